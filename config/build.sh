# shellcheck shell=sh
# Part of ./lag: building. Expects root, work, jdk and the functions of that script.

# One build at a time: two would write the same folders. Whoever holds the lock has $1, what it does, written into it for
# those that wait. Where flock is missing, as on macOS, nothing guards them.
lock() {
  [ -z "${LAG_LOCKED-}" ] || fail 'called from inside its own build or test run'
  LAG_LOCKED=1
  export LAG_LOCKED
  if command -v flock >/dev/null; then
    exec 9>>"$work/lock"
    flock -n 9 || {
      holder=$(cat "$work/lock")
      say "waits for another ./lag in this folder to end: ${holder:-a build}..."
      flock 9
    }
    printf '%s, process %d\n' "$1" $$ >"$work/lock"
  fi
}

# The machine's Maven if it is new enough, else the wrapper's.
find_maven() {
  mvn=$root/mvnw
  version=$(mvn -v 2>/dev/null </dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') || version=
  IFS=. read -r major minor patch <<VERSION
$version
VERSION
  if [ "${major:-0}" = 3 ] && { [ "$minor" -gt 8 ] || { [ "$minor" = 8 ] && [ "$patch" -ge 7 ]; }; }; then
    mvn=mvn
  else
    check_needs wrapper
  fi
}

# Maven on the JDK of everything else, without what newer JDKs have to say about Maven's own code.
maven() {
  [ -n "${mvn-}" ] || find_maven
  (
    cd "$root"
    exec env JAVA_HOME="$jdk" \
      MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}" \
      "$mvn" -B -Dstyle.color=never "$@" </dev/null 9>&-
  )
}

# Maven's output without its colours and chatter, a line at a time.
readable() {
  sed -u -E -n "s/$(printf '\033')\[[0-9;]*m//g"'
    /^\[INFO\] (Building LA|Tests run:.* -- in |BUILD )/p
    /^(\[INFO\]|$)/d
    /^\[ERROR\] *$|\[Help 1\]|Run .mvn spotless|^\[ERROR\] (To see the full|Re-run Maven|For more info|After correcting|  mvn <args>)/d
    p'
}

# Packages all modules; of Maven's output shows which module is at hand.
package() {
  # A library that is no longer used would stay.
  rm -rf "$root/shared-testbed/scenarios/target/dist"
  {
    maven -Dmaven.test.skip=true package 2>&1 && echo done >"$work/result"
  } | while IFS= read -r line; do
    printf '%s\n' "$line"
    case $line in
      '[INFO] Building LA-Groups: '*)
        module=${line#*LA-Groups: }
        say "  ${line##* } ${module%% *}"
        ;;
    esac
  done >"$work/build.log"
}

# Lets the JVM see one short command, so that it can start from what it saw. Without a cache it only starts more slowly.
# With the best compiler allowed: what is noted here of a method holds for nodes too, which run from the same cache.
train() {
  home=$(mktemp -d)
  jars=$(LC_ALL=C && export LC_ALL && printf '%s:' "$dist"/lib/*.jar)
  "$jdk/bin/java" -XX:AOTCacheOutput="$dist/lag.aot" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC \
    -Duser.home="$home" -cp "${jars%:}" org.lagroups.node.cli.Lag --home "$home" id \
    >"$work/train.log" 2>&1 </dev/null 9>&- || true
  rm -rf "$home"
}

# Builds into a folder of its own and then points to it, so that what runs from the one before is left in peace.
build() {
  lock 'a build'
  fresh || build_locked
  unlock
}

# Makes the folder of a build of the sources as they are now.
begin_dist() {
  dist=$work/dist-$(date +%s)-$$
  mkdir "$dist"
  touch "$dist/stamp.new"
  inputs_sum >"$dist/sum"
}

# Takes into it what Maven has packaged since, and points to it.
finish_dist() {
  cp -R "$root/shared-testbed/scenarios/target/dist/lib" "$dist/lib"
  # What the programs consist of: the window's module, which stands on all others of them, and its libraries.
  {
    (cd "$dist/lib" && echo lagroups-desktop-ui-*.jar)
    tr : '\n' <"$root/desktop-ui/target/classpath" | sed 's|.*/||'
    echo
  } | grep . >"$dist/programs"
  train
  mv "$dist/stamp.new" "$dist/stamp"
  echo "${dist##*/}" >"$work/current.new"
  mv -f "$work/current.new" "$work/current"
}

# As `build` does, for whoever has the lock.
build_locked() {
  if [ -r "$work/seconds" ]; then
    say "building, about $(cat "$work/seconds") s..."
  else
    say 'building, about a minute; the first time also fetches the libraries, which takes longer...'
  fi
  begin=$(date +%s)
  begin_dist
  rm -f "$work/result"
  package
  if ! [ -e "$work/result" ]; then
    rm -rf "$dist"
    readable <"$work/build.log" | grep -v '^\[INFO\]' >&2 || true
    fail 'the build failed; all of its output is in .lag-build/build.log'
  fi
  finish_dist
  seconds=$(($(date +%s) - begin))
  echo "$seconds" >"$work/seconds"
  say "built in $seconds s"
  prune
}

# Keeps the build before this one for programs that still run from it.
prune() {
  for old in "$work"/dist-*; do
    if [ "$old" != "$dist" ] && [ "$old" != "${kept-}" ]; then
      if [ -n "${kept-}" ]; then rm -rf "$kept"; fi
      kept=$old
    fi
  done
}

unlock() {
  unset LAG_LOCKED
  exec 9>&-
}
