package org.lagroups.core.crypto;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.lagroups.machine.Bytes;

/**
 * What a signature is for. The label is signed in front of the message, followed by a zero byte, so
 * that no statement made for one purpose is valid for another.
 *
 * @param label such as {@code lagroups/link-state/1}: 1 to 48 lower-case letters, digits, dashes
 *     and slashes
 */
public record Domain(String label) {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9/-]{1,48}");

  public Domain {
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException("not a domain label: " + label);
    }
  }

  /** What is actually signed for {@code message}. */
  public Bytes signedForm(Bytes message) {
    return Bytes.wrapOwned(prefixed(message));
  }

  byte[] prefixed(Bytes message) {
    byte[] start = label.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[start.length + 1 + message.length()];
    System.arraycopy(start, 0, whole, 0, start.length);
    message.copyTo(whole, start.length + 1);
    return whole;
  }
}
