#!/bin/sh
# Installs the programs that some tests need, by package name, when root on a Debian-like system; otherwise says which
# tests will be skipped. Safe to run again: it does nothing when nothing is missing.
set -eu

dire() { printf '%s\n' "$*" >&2; }

# Chromium without the window nobody sees: it costs the tests a third of the processor that the whole one does.
PAQUETS='chromium-headless-shell libreoffice-writer fonts-crosextra-caladea fonts-crosextra-carlito poppler-utils postgresql'

manquants=''
if command -v dpkg-query >/dev/null 2>&1; then
  for paquet in $PAQUETS; do
    etat=$(dpkg-query -W -f='${db:Status-Status}' "$paquet" 2>/dev/null || true)
    [ "$etat" = installed ] || manquants="$manquants $paquet"
  done
else
  command -v chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1 || manquants="$manquants chromium"
  command -v soffice >/dev/null 2>&1 || manquants="$manquants libreoffice"
  command -v pdftoppm >/dev/null 2>&1 || manquants="$manquants poppler"
  command -v initdb >/dev/null 2>&1 || manquants="$manquants postgresql"
fi
[ -n "$manquants" ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  dire "Il manque, pour certains tests :$manquants. Ces tests seront sautés."
  dire 'Remède : installez ces paquets, puis relancez « make test ».'
  exit 0
fi

journal=$(mktemp)
trap 'rm -f "$journal"' EXIT
apt() { DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$journal" 2>&1; }

dire "Installation des programmes de test qui manquent (quelques minutes) :$manquants…"
# One at a time on failure: a package that cannot be had must not keep the others away.
apt update || dire 'La liste des paquets n’a pas pu être mise à jour.'
# shellcheck disable=SC2086 # a list of words on purpose
if ! apt install -y --no-install-recommends $manquants; then
  for paquet in $manquants; do
    apt install -y --no-install-recommends "$paquet" && continue
    [ "$paquet" = chromium-headless-shell ] && apt install -y --no-install-recommends chromium && continue
    dire "Le paquet $paquet n’a pas pu être installé : ses tests ne tourneront pas."
  done
  grep '^[EW]:' "$journal" | sort -u >&2 || true
fi
