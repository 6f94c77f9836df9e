# shellcheck shell=sh
# Part of ./lag: `./lag test`, everything that CI checks. Expects the variables and functions of that script and of build.sh.
#
#   --full           adds the long runs
#   --seed NUMBER    the seed that random tests start from; without it, one made from the commit
#   --module NAME    the tests of one module: core, node, simnet, ...
#   --only NAME      the tests of one class, or NAME#method

test_usage() {
  sed -n 's/^# \{0,1\}//; /^  --/p' "$root/config/test.sh" >&2
  exit 2
}

# A seed of its own for every commit, so that CI walks new ground with each and anyone can walk it again.
commit_seed() {
  commit=$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null) || commit=0
  printf '%d' "0x$(printf %.12s "$commit")"
}

# The folder of a module by its short name.
module_folder() {
  for folder in "$root" "$root/lagroups" "$root/shared-testbed"; do
    if [ -n "$1" ] && [ -f "$folder/$1/pom.xml" ]; then
      folder=$folder/$1
      folder=${folder#"$root"/}
      return
    fi
  done
  say "no module is called '$1'"
  test_usage
}

# The scripts parse, and shellcheck has nothing to say where it is installed.
check_scripts() {
  for script in lag config/build.sh config/fuzz.sh config/package.sh config/test.sh mvnw; do
    sh -n "$root/$script" || return 1
  done
  bash -n "$root/.ci/run" || return 1
  if command -v shellcheck >/dev/null; then (cd "$root" && shellcheck -x -a lag .ci/run); fi
}

# Maven's output without its chatter; all of it is kept in the log.
run_maven() {
  result=$work/result
  rm -f "$result"
  {
    maven "$@" 2>&1 && echo passed >"$result"
  } | tee -a "$work/test.log" |
    readable
  [ -e "$result" ]
}

# Adds up what Surefire has written: a line a module, then all of them.
summarize() {
  (cd "$root" && find . -path '*/target/surefire-reports/TEST-*.xml' -exec grep -H '<testsuite ' {} +) | awk '
    function value(name, at) {
      at = match($0, " " name "=\"[^\"]*\"")
      return at ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
    }
    {
      module = $0
      sub(/\/target\/.*/, "", module)
      sub(/.*\//, "", module)
      tests[module] += value("tests")
      failures[module] += value("failures")
      errors[module] += value("errors")
      skipped[module] += value("skipped")
      seconds[module] += value("time")
    }
    END {
      for (module in tests) {
        bad = failures[module] + errors[module]
        printf "  %-14s %5d passed %4d failed %4d skipped %8.1f s\n", module,
          tests[module] - bad - skipped[module], bad, skipped[module], seconds[module] | "LC_ALL=C sort"
        t += tests[module]; f += failures[module]; e += errors[module]; s += skipped[module]
      }
      close("LC_ALL=C sort")
      printf "\nTests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", t, f, e, s
      printf "%d passed, %d failed, %d skipped\n", t - f - e - s, f + e, s
      exit t > 0 && f + e == 0 ? 0 : 1
    }'
}

shift
seed= full=false folder= only=
while [ $# -gt 0 ]; do
  case $1 in
    --full) full=true ;;
    --seed | --module | --only)
      [ $# -ge 2 ] || test_usage
      case $1 in
        --seed) seed=$2 ;;
        --module) module_folder "$2" ;;
        --only) only=$2 ;;
      esac
      shift
      ;;
    *) test_usage ;;
  esac
  shift
done
[ -n "$seed" ] || seed=$(commit_seed)

# All of it is packaged, too, so that the application that is made of it need not be built again.
goal=test
if [ -z "$folder$only" ]; then goal=package; fi
set -- "$goal" --fail-at-end -Dlag.seed.base="$seed" -Dlag.full="$full"
if [ -n "$folder" ]; then
  # What the module stands on is compiled with it, but its package alone is tested.
  package=${folder##*/}
  set -- "$@" -pl "$folder" -am -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest="org/lagroups/${package%-ui}/**/${only:-*Test}"
elif [ -n "$only" ]; then
  set -- "$@" -Dsurefire.failIfNoSpecifiedTests=false -Dtest="$only"
fi

lock 'a test run'
find "$root" -path '*/target/surefire-reports' -prune -exec rm -rf {} +
: >"$work/test.log"
failed=
say "testing with --seed $seed; all output is in .lag-build/test.log"
check_scripts || failed="$failed, the scripts"
run_maven -q -N spotless:check || failed="$failed, the format (./lag format mends it)"
if [ "$goal" = package ]; then
  rm -rf "$root/shared-testbed/scenarios/target/dist"
  begin_dist
fi
if ! run_maven "$@"; then
  failed="$failed, the build or its tests"
  [ "$goal" = test ] || rm -rf "$dist"
elif [ "$goal" = package ]; then
  finish_dist
  # In a process of its own, as it ends itself where something is wrong.
  (check_image) || failed="$failed, the application"
  prune
fi
echo
[ -z "$failed" ] || say "failed:${failed#,}"
summarize && [ -z "$failed" ]
exit
