# Completion of verifik-tray for bash. It runs no command, so it never asks for a token.
_verifik_tray() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb= i words
  # Bash takes "--format=" for two words.
  if [[ $word == = ]]; then
    word=
  elif [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      token | status | help)
        verb=${COMP_WORDS[i]}
        break
        ;;
    esac
  done
  case $before in
    --format) words='raw header env json' ;;
    --min-valid) words='15m 1h 1d 3d' ;;
    *)
      case $verb in
        token) words='--format --min-valid --quiet --help' ;;
        status) words='--json --min-valid --help' ;;
        help) words= ;;
        *) words='token status help --help --version' ;;
      esac
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _verifik_tray verifik-tray
