package org.lagroups.core.attestation;

/**
 * What all members of a group agree on. It is part of the invitation and never changes.
 *
 * @param validityMillis T_a, the longest that an attestation is valid (paper, section 2.1): {@link
 *     #MIN_VALIDITY_MILLIS} to {@link #MAX_VALIDITY_MILLIS}
 * @param maxMembers the most members, 2 to {@link #HARD_MAX_MEMBERS}
 * @param clockSkewMillis by how much members' clocks may differ, 0 to half of T_a
 * @param robust which of the members are the robust ones
 */
public record GroupSettings(
    long validityMillis, int maxMembers, long clockSkewMillis, RobustRule robust) {

  /** No group has more members than this. */
  public static final int HARD_MAX_MEMBERS = 64;

  /** The shortest T_a: 1 s. */
  public static final long MIN_VALIDITY_MILLIS = 1_000;

  /** The longest T_a: 1 day. */
  public static final long MAX_VALIDITY_MILLIS = 86_400_000;

  /** T_a = 60 s, 64 members, 5 s of clock skew. */
  public static final GroupSettings DEFAULT = new GroupSettings(60_000, HARD_MAX_MEMBERS, 5_000);

  public GroupSettings {
    requireRange("T_a in ms", validityMillis, MIN_VALIDITY_MILLIS, MAX_VALIDITY_MILLIS);
    requireRange("the most members", maxMembers, 2, HARD_MAX_MEMBERS);
    requireRange("clock skew in ms", clockSkewMillis, 0, validityMillis / 2);
  }

  /** Settings of a group without robust membership. */
  public GroupSettings(long validityMillis, int maxMembers, long clockSkewMillis) {
    this(validityMillis, maxMembers, clockSkewMillis, RobustRule.NONE);
  }

  /** The default with another T_a; the clock skew shrinks with it. */
  public static GroupSettings withValidity(long validityMillis) {
    return new GroupSettings(
        validityMillis, HARD_MAX_MEMBERS, Math.min(DEFAULT.clockSkewMillis, validityMillis / 4));
  }

  /** The same with another most members. */
  public GroupSettings withMaxMembers(int most) {
    return new GroupSettings(validityMillis, most, clockSkewMillis, robust);
  }

  /** The same with another rule of robust membership. */
  public GroupSettings withRobust(RobustRule rule) {
    return new GroupSettings(validityMillis, maxMembers, clockSkewMillis, rule);
  }

  /** The expiry grid of the group. */
  public ExpiryGrid grid() {
    return new ExpiryGrid(validityMillis);
  }

  /** How often an attestation is issued afresh: every third of T_a. */
  public long refreshMillis() {
    return validityMillis / 3;
  }

  private static void requireRange(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " is " + least + " to " + most + ", not " + value);
    }
  }
}
