package org.lagroups.wormguard.rule.packet;

/**
 * The three bits before the fragment offset of IPv4 ({@code fragbits}).
 *
 * @param wanted {@link #MORE}, {@link #DONT} and {@link #RESERVED} added up
 */
public record FragmentBits(BitMatch match, int wanted) implements PacketCondition {

  /** More fragments follow. */
  public static final int MORE = 1;

  /** The packet may not be fragmented. */
  public static final int DONT = 2;

  /** Of no use. */
  public static final int RESERVED = 4;

  /** Whether the bits of a header are as wanted. */
  public boolean matches(int bits) {
    return match.matches(bits, wanted);
  }
}
