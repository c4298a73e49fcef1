# Shared by start and verify: finds what a build needs, or says in one line what to install. $0 names who asks.

# Prints the home of the first JDK of version 25 or later.
find_jdk() {
  local home version
  for home in "${JAVA_HOME:-}" "${JAVA_25_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ -r "$home/release" ]; then
      version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
      if [ "${version:-0}" -ge 25 ]; then
        echo "$home"
        return 0
      fi
    fi
  done
  return 1
}

# Prints a sentence and ends the script.
give_up() {
  echo "$(basename "$0"): $1" >&2
  exit 1
}

# Sets JAVA_HOME, or gives up.
require_jdk() {
  JAVA_HOME=$(find_jdk) ||
    give_up "no JDK 25 or later found${JAVA_HOME:+ (JAVA_HOME is $JAVA_HOME)}. Install one, for example Temurin 25, and set JAVA_HOME to it."
  export JAVA_HOME
}

# Gives up when Maven is not installed.
require_maven() {
  command -v mvn >/dev/null || give_up "Maven (mvn) is not on the PATH. Install Maven 3.8 or later."
  # A build lasts minutes: the first compiler alone, with the plainest collector, halves its work.
  export MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ${MAVEN_OPTS:-}"
}
