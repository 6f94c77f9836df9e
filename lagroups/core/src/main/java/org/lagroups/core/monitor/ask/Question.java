package org.lagroups.core.monitor.ask;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lagroups.core.monitor.vote.VotingMonitor;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.Printable;

/**
 * A question about the world that has one right answer wherever it is asked.
 *
 * @param kind what is asked about it
 * @param subject a host name, an address or a URL, by the kind
 */
public record Question(Kind kind, String subject) {

  /** The longest text of a question, in bytes of ASCII. */
  public static final int MAX_BYTES = VotingMonitor.MAX_QUESTION_BYTES;

  private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]+");

  /** What is asked. */
  public enum Kind {
    /** The addresses of a host name. */
    DNS,
    /** The public key that the server at {@code HOST:PORT} shows in its TLS handshake. */
    KEY,
    /** The status and the body of what an HTTP or HTTPS server sends for a URL. */
    HTTP;

    /** As it stands in front of a question. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Question {
    if (kind.word().length() + 1 + subject.length() > MAX_BYTES
        || !ASCII.matcher(subject).matches()) {
      throw new IllegalArgumentException(
          "a question is up to 256 characters of ASCII without blanks, not "
              + Printable.of(subject));
    }
    switch (kind) {
      case DNS -> requireAddress(subject + ":1");
      case KEY -> requireAddress(subject);
      case HTTP -> requireUrl(subject);
    }
  }

  /**
   * Reads {@code dns NAME}, {@code key HOST:PORT} or {@code http URL}.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  public static Question parse(String text) {
    int blank = text.indexOf(' ');
    String word = blank < 0 ? text : text.substring(0, blank);
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(one -> one.word().equals(word))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "a question is \"dns NAME\", \"key HOST:PORT\" or \"http URL\", not "
                        + Printable.of(text)));
    return new Question(kind, blank < 0 ? "" : text.substring(blank + 1));
  }

  /** Its text, which {@link #parse} reads. */
  public String text() {
    return kind.word() + " " + subject;
  }

  /** Its text in ASCII: what names it in a vote. */
  public Bytes bytes() {
    return Bytes.wrapOwned(text().getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return text();
  }

  private static void requireAddress(String address) {
    NodeAddress.parse(address);
  }

  private static void requireUrl(String url) {
    try {
      URI parsed = new URI(url);
      boolean isWeb = "http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme());
      if (!isWeb || parsed.getHost() == null || parsed.getUserInfo() != null) {
        throw new IllegalArgumentException("not a URL like http://HOST/PATH: " + Printable.of(url));
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a URL: " + Printable.of(url), e);
    }
  }
}
