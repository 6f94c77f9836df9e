package org.lagroups.multicast.runtime.end;

import java.nio.file.Path;
import java.util.Set;
import org.lagroups.machine.Printable;

/** Where a stream is to come from. */
public sealed interface InputAddress {

  /** What can be typed. */
  String ALLOWED = "an input is FILE, - (standard input) or udp://HOST:PORT";

  /** A file, from its beginning to its end. */
  record OfFile(Path path) implements InputAddress {
    @Override
    public String toString() {
      return Printable.of(path.toString());
    }
  }

  /** Standard input, until it ends. */
  record Standard() implements InputAddress {
    @Override
    public String toString() {
      return "standard input";
    }
  }

  /**
   * MPEG-TS in datagrams that come to a port of this machine.
   *
   * @param place an address of this machine or a multicast group; its host is empty for all
   *     addresses of this machine
   * @param networkInterface on which to hear the multicast group; empty for the system's choice
   */
  record Udp(HostPort place, String networkInterface) implements InputAddress {

    /** The same on another port. */
    public Udp at(int port) {
      return new Udp(new HostPort(place.host(), port), networkInterface);
    }

    @Override
    public String toString() {
      return "udp://" + place;
    }
  }

  /**
   * Reads what was typed. A file whose name is {@code -} or holds {@code ://} is named with its
   * folder, as {@code ./-}. The {@code @} that some players want before the host does not matter.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  static InputAddress parse(String text) {
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
    if (!parts.scheme().equals("udp")) {
      throw new IllegalArgumentException(ALLOWED + ", not " + Printable.of(text));
    }
    parts.allow(Set.of("interface"));
    String place = parts.rest().startsWith("@") ? parts.rest().substring(1) : parts.rest();
    return new Udp(HostPort.parse(place), parts.networkInterface());
  }
}
