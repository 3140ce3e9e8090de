# Completion of verifik-tray for fish. It runs no command, so it never asks for a token.
complete -c verifik-tray -f
set -l none 'not __fish_seen_subcommand_from token status help'
complete -c verifik-tray -n $none -a token -d 'Print the token of the running app'
complete -c verifik-tray -n $none -a status -d 'Print the state of the token'
complete -c verifik-tray -n $none -a help -d 'Show the verbs and options'
complete -c verifik-tray -n $none -l version -d 'Print the version'
complete -c verifik-tray -l help -d 'Show the verbs and options'
complete -c verifik-tray -n '__fish_seen_subcommand_from token' -l format -x -a 'raw header env json' -d 'Form of the output'
complete -c verifik-tray -n '__fish_seen_subcommand_from token' -l quiet -d 'No line about the expiry'
complete -c verifik-tray -n '__fish_seen_subcommand_from status' -l json -d 'As JSON'
complete -c verifik-tray -n '__fish_seen_subcommand_from token status' -l min-valid -x -a '15m 1h 1d 3d' -d 'Only a token that is valid for longer'
