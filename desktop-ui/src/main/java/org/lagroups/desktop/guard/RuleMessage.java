package org.lagroups.desktop.guard;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lagroups.desktop.screen.Shown;

/** What a rule calls that which it finds. */
public final class RuleMessage {

  private static final int MOST = 60;
  private static final Pattern MESSAGE = Pattern.compile("msg:\\s*\"([^\"]{1,200})\"");

  private RuleMessage() {}

  /** The message of a rule that a stranger may have written, safe to show; nothing without one. */
  public static Optional<String> of(String rule) {
    Matcher message = MESSAGE.matcher(rule);
    return message.find() ? Optional.of(Shown.line(message.group(1), MOST)) : Optional.empty();
  }
}
