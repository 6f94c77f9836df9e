package org.lagroups.multicast.runtime.end;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.lagroups.machine.Printable;

/** Where a stream is to go. */
public sealed interface OutputAddress {

  /** What can be typed. */
  String ALLOWED =
      "an output is FILE, - (standard output), udp://HOST:PORT or http://127.0.0.1:PORT/";

  /** How far datagrams to a multicast group get if nothing is said: not beyond the own network. */
  int DEFAULT_TTL = 1;

  /** A new file. */
  record OfFile(Path path) implements OutputAddress {
    @Override
    public String toString() {
      return Printable.of(path.toString());
    }
  }

  /** Standard output. */
  record Standard() implements OutputAddress {
    @Override
    public String toString() {
      return "standard output";
    }
  }

  /**
   * MPEG-TS in datagrams to somebody, or a multicast group.
   *
   * @param networkInterface by which to send to a multicast group; empty for the system's choice
   * @param ttl how many networks datagrams to a multicast group may pass, 0 to 255
   */
  record Udp(HostPort place, String networkInterface, int ttl) implements OutputAddress {

    private static final int MAX_TTL = 255;

    public Udp {
      if (place.host().isEmpty() || place.port() == 0) {
        throw new IllegalArgumentException("an output by UDP needs a host and a port: " + place);
      }
      if (ttl < 0 || ttl > MAX_TTL) {
        throw new IllegalArgumentException("ttl is 0 to 255, not " + ttl);
      }
    }

    @Override
    public String toString() {
      return "udp://" + place;
    }
  }

  /**
   * A small HTTP server on this machine, for players on this machine.
   *
   * @param place a loopback address; port 0 for any free one
   * @param path what players ask for, beginning with a slash
   */
  record Http(HostPort place, String path) implements OutputAddress {

    private static final Pattern LOOPBACK =
        Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|(0{0,4}:){2,7}0{0,3}1");

    private static final Pattern PATH = Pattern.compile("/[0-9A-Za-z._~/-]{0,199}");

    public Http {
      if (!LOOPBACK.matcher(place.host()).matches()) {
        throw new IllegalArgumentException(
            "players on this machine only: http://127.0.0.1:PORT/, not http://%s/; to let others"
                    .formatted(place)
                + " watch, give them the link, or a proxy of yours the stream");
      }
      if (!PATH.matcher(path).matches()) {
        throw new IllegalArgumentException(
            "a path has letters, digits and . _ ~ - /, not " + Printable.of(path));
      }
    }

    @Override
    public String toString() {
      return "http://" + place + path;
    }
  }

  /**
   * Reads what was typed. A file whose name is {@code -} or holds {@code ://} is named with its
   * folder, as {@code ./-}.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  static OutputAddress parse(String text) {
    if (text.isEmpty() || text.length() > AddressText.MAX_LENGTH) {
      throw new IllegalArgumentException(ALLOWED);
    }
    if (text.equals("-")) {
      return new Standard();
    }
    if (!AddressText.hasScheme(text)) {
      return new OfFile(AddressText.path(text));
    }
    AddressText parts = AddressText.split(text);
    return switch (parts.scheme()) {
      case "udp" -> udp(parts);
      case "http" -> http(parts);
      default -> throw new IllegalArgumentException(ALLOWED + ", not " + Printable.of(text));
    };
  }

  private static Udp udp(AddressText parts) {
    parts.allow(Set.of("interface", "ttl"));
    String ttl = parts.options().getOrDefault("ttl", Integer.toString(DEFAULT_TTL));
    if (!ttl.matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException("ttl is 0 to 255, not " + Printable.of(ttl));
    }
    return new Udp(HostPort.parse(parts.rest()), parts.networkInterface(), Integer.parseInt(ttl));
  }

  private static Http http(AddressText parts) {
    parts.allow(Set.of());
    int slash = parts.rest().indexOf('/');
    String place = slash < 0 ? parts.rest() : parts.rest().substring(0, slash);
    String path = slash < 0 ? "/" : parts.rest().substring(slash);
    return new Http(HostPort.parse(place), path);
  }
}
