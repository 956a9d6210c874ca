#!/bin/sh
# Remakes the pictures of this folder from corpus/: each is one screen of the explorer after a script of keys.
# The main screen is taken a second time from the program in a real terminal (tmux) and compared.
# Usage: screenshots/make.sh PROGRAM
set -eu
cd "$(dirname "$0")/.."
program=$1
folder=screenshots

# picture NAME SIZE KEYS [option...]
picture() {
  name=$1 size=$2 keys=$3
  shift 3
  "$program" render corpus --size "$size" --keys "$keys" --format svg "$@" >"$folder/$name.svg"
  echo "$folder/$name.svg"
}

main_keys='<Down><Down><Down><Enter>JJJ'
picture main-120x36 120x36 "$main_keys"
picture main-80x24 80x24 "$main_keys"
picture date-filter 120x36 'd2023-03<Enter>'
picture related 120x36 "${main_keys}r"
picture explain 120x36 "${main_keys}e"
picture actors 120x36 'a'
picture matrix 120x36 'Mjll'
picture actor-page 120x36 'Apeskow<Enter>jj'
picture concept-page 120x36 'Cfriedens<Enter>'
picture matrix-80x24 80x24 'Mjll'
picture help 120x36 '?'
NO_COLOR=1 picture no-colour 80x24 "$main_keys"

# The same screen from the real program in a real terminal.
if command -v tmux >/dev/null 2>&1; then
  session=standpunkt-picture-$$
  rendered=$(mktemp) && real=$(mktemp)
  trap 'tmux -L "$session" kill-server 2>/dev/null; rm -f "$rendered" "$real"' EXIT
  "$program" render corpus --size 120x36 --keys '<Down><Down><Enter>J' --format text >"$rendered"
  LC_ALL=C.UTF-8 tmux -L "$session" -f /dev/null new-session -d -x 120 -y 36 "$program corpus"
  tmux -L "$session" set-option -g status off
  tmux -L "$session" resize-window -x 120 -y 36
  waited=0
  until tmux -L "$session" capture-pane -p | grep -q 'article 1/'; do
    waited=$((waited + 1)) && [ "$waited" -lt 100 ] && sleep 0.1
  done
  tmux -L "$session" send-keys Down Down Enter J
  waited=0
  until tmux -L "$session" capture-pane -p | sed 's/ *$//' >"$real" && cmp -s "$real" "$rendered"; do
    waited=$((waited + 1))
    [ "$waited" -lt 50 ] || { diff "$rendered" "$real" >&2 || true; echo "the real screen differs" >&2; exit 1; }
    sleep 0.1
  done
  cp "$real" "$folder/real-terminal-120x36.txt"
  echo "$folder/real-terminal-120x36.txt (equal to the rendered one)"
fi
