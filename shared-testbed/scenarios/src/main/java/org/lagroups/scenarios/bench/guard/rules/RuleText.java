package org.lagroups.scenarios.bench.guard.rules;

import java.util.HexFormat;
import org.lagroups.machine.Bytes;

/** Made rules, written in the language of rules. */
final class RuleText {

  /** What follows the literal of {@link RuleKind#PATTERN}, as an expression. */
  static final String EXPRESSION = "id=[0-9]{4,8}&k=[a-f]{2,}";

  /** How far behind the literal the rest may be at most, with its own length. */
  private static final int SLACK = 40;

  private RuleText() {}

  static String of(
      int sid, Service service, boolean toServer, RuleKind kind, Bytes literal, Bytes rest) {
    String sides =
        toServer
            ? "$HOME_NET any -> $EXTERNAL_NET " + service.port()
            : "$EXTERNAL_NET %d -> $HOME_NET any".formatted(service.port());
    String flow = toServer ? "to_server" : "to_client";
    return "alert %s %s (msg:\"made rule %d\"; flow:%s%s; %s sid:%d; rev:1;)"
        .formatted(
            service.isTcp() ? "tcp" : "udp",
            sides,
            sid,
            flow,
            service.isTcp() ? ",established" : "",
            payload(kind, literal, rest),
            sid);
  }

  private static String payload(RuleKind kind, Bytes literal, Bytes rest) {
    String found = content(literal);
    return switch (kind) {
      case PLAIN -> found;
      case CHAIN, COMMON ->
          "%s fast_pattern; %s nocase; distance:0; within:%d;"
              .formatted(found, content(rest), SLACK + rest.length());
      case PLACED -> "%s offset:%d; depth:%d;".formatted(found, MadeRule.PLACE, literal.length());
      case PATTERN -> "%s pcre:\"/^%s/R\";".formatted(found, EXPRESSION);
    };
  }

  /** Letters and digits as they are, everything else in hexadecimal. */
  private static String content(Bytes bytes) {
    StringBuilder text = new StringBuilder("content:\"");
    boolean isHex = false;
    for (int i = 0; i < bytes.length(); i++) {
      int value = bytes.at(i) & 0xff;
      boolean plain = value < 0x80 && Character.isLetterOrDigit(value);
      if (plain == isHex) {
        text.append('|');
        isHex = !plain;
      } else if (isHex) {
        text.append(' ');
      }
      text.append(plain ? String.valueOf((char) value) : HexFormat.of().toHexDigits((byte) value));
    }
    return text.append(isHex ? "|\";" : "\";").toString();
  }
}
