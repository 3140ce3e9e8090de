#!/bin/sh
# As root: by dpkg with what happens to the package, by rpm with the number of versions that stay. Nothing to do when another
# version takes this one's place.
set -e

case "$1" in
  remove | purge | disappear | 0) ;;
  *) exit 0 ;;
esac

if [ "$(readlink '/usr/bin/${executable}')" = '/opt/${sanitizedProductName}/${executable}' ]; then
  rm -f '/usr/bin/${executable}'
fi
if [ "$(readlink /usr/bin/verifik-exec)" = '/opt/${sanitizedProductName}/verifik-exec' ]; then
  rm -f /usr/bin/verifik-exec
fi

target='/etc/apparmor.d/${executable}'
if [ -e "$target" ]; then
  if aa-enabled --quiet 2> /dev/null && ! ischroot 2> /dev/null; then
    apparmor_parser --remove "$target" || true
  fi
  rm -f "$target"
fi
