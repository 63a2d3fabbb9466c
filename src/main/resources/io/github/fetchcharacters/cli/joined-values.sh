
# The functions above take an option's value for a word of its own. Here --mode=VALUE becomes two words first. Bash has
# split it at the equals sign, into three words, of which readline replaces the last; zsh keeps it as one, which is
# replaced as a whole.
function _complete_joined_fetch-characters() {
  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" option="" joined=""
  if [[ "$word" == --*=* ]]; then
    option="${word%%=*}=" joined=1
    local PREFIX="${word#*=}" # What zsh completes as a file's name.
    COMP_WORDS=("${COMP_WORDS[@]:0:$COMP_CWORD}" "${word%%=*}" "${word#*=}")
    COMP_CWORD=$((COMP_CWORD + 1))
  elif [[ "$word" == "=" ]]; then
    COMP_WORDS[COMP_CWORD]="" joined=1
  elif [[ "$before" == "=" ]]; then
    COMP_CWORD=$((COMP_CWORD - 1)) joined=1
    COMP_WORDS=("${COMP_WORDS[@]:0:$COMP_CWORD}" "$word")
  fi
  # Of a list only the last value is completed.
  word="${COMP_WORDS[COMP_CWORD]}"
  before="${COMP_WORDS[COMP_CWORD-1]}"
  if [[ "$word" == *,* && ( "$before" == "--fields" || "$before" == "--modes" ) ]]; then
    option="$option${word%,*},"
    COMP_WORDS=("${COMP_WORDS[@]:0:$COMP_CWORD}" "${word##*,}")
  elif [[ "$before" == "--waterfall" && -z "$joined" ]]; then
    # Its value counts in the same word alone; a word behind it is one of its own.
    COMP_WORDS=("${COMP_WORDS[@]:0:$((COMP_CWORD - 1))}" "$word")
    COMP_CWORD=$((COMP_CWORD - 1))
  fi
  _complete_fetch-characters
  if [[ -n "$option" ]]; then
    COMPREPLY=("${COMPREPLY[@]/#/$option}")
  fi
}

complete -o default -F _complete_joined_fetch-characters fetch-characters
