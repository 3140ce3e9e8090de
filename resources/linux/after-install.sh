#!/bin/sh
# As root, when the files are in place: by dpkg with "configure", by rpm with the number of installed versions.
set -e

ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'
ln -sf '/opt/${sanitizedProductName}/verifik-exec' /usr/bin/verifik-exec

# Chromium's helper for systems that give ordinary users no namespaces, where the sandbox would not start otherwise. Elsewhere
# Chromium leaves it alone. Always, because that may change after the installation, and root cannot find out what others may.
chown root:root '/opt/${sanitizedProductName}/chrome-sandbox'
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'

# Ubuntu 24.04 and later give namespaces only to programs with a profile that says so. Older AppArmors do not understand the
# profile and need none; they would complain of it at each boot.
profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
target='/etc/apparmor.d/${executable}'
if [ -d /etc/apparmor.d ] && command -v apparmor_parser > /dev/null; then
  if apparmor_parser --skip-kernel-load --debug "$profile" > /dev/null 2>&1; then
    cp -f "$profile" "$target"
    # In the chroot of an image there is no kernel of its own to load it into; it is loaded at boot.
    if aa-enabled --quiet 2> /dev/null && ! ischroot 2> /dev/null; then
      apparmor_parser --replace --write-cache --skip-read-cache "$target" || true
    fi
  fi
fi
