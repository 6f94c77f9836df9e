package org.lagroups.scenarios.bench.guard.rules;

import org.lagroups.machine.Bytes;

/**
 * A rule that was made up.
 *
 * @param sid from 1, in the order in which rules were made
 * @param service whose packets it is about
 * @param toServer whether those to the server, or else those to the client
 * @param literal its longest content, by which it is found
 * @param rest what has to follow the literal, {@link #GAP} bytes behind it or at once; may be empty
 * @param text in the language of rules
 */
public record MadeRule(
    int sid,
    Service service,
    boolean toServer,
    RuleKind kind,
    Bytes literal,
    Bytes rest,
    String text) {

  /** Where a literal stands that has a place: so many bytes behind the payload's beginning. */
  public static final int PLACE = 4;

  /** Bytes between the literal and what follows it somewhere. */
  static final int GAP = 8;

  /** What makes the rule hold, if the packet is one that the rule is about. */
  public Bytes whole() {
    int gap = kind == RuleKind.CHAIN || kind == RuleKind.COMMON ? GAP : 0;
    byte[] whole = new byte[literal.length() + gap + rest.length()];
    literal.copyTo(whole, 0);
    rest.copyTo(whole, literal.length() + gap);
    return Bytes.wrapOwned(whole);
  }

  /** Whether the rule is about packets of this service that go this way. */
  public boolean isAbout(Service other, boolean otherToServer) {
    return service == other && toServer == otherToServer;
  }

  /** Whether the literal makes the rule hold wherever the rest of it is missing. */
  public boolean isLiteralEnough() {
    return rest.isEmpty();
  }
}
