package org.lagroups.wormguard.rule.address;

import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Numbers;

/** Reads a port, or a range as {@code 1024:}, {@code :1023}, {@code 80:90}. */
final class PortText {

  private PortText() {}

  static PortSet parse(String keyword, String text) throws Mistake {
    if (text.equals("any")) {
      return PortSet.ANY;
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      int port = port(keyword, text, -1);
      return PortSet.range(port, port);
    }
    int first = port(keyword, text.substring(0, colon), 0);
    int last = port(keyword, text.substring(colon + 1), PortSet.MAX_PORT);
    if (first > last) {
      throw new Mistake(keyword, "has a range of ports that ends before it begins: " + text);
    }
    return PortSet.range(first, last);
  }

  private static int port(String keyword, String text, int missing) throws Mistake {
    return text.isBlank() && missing >= 0
        ? missing
        : Numbers.intWithin(keyword, text, 0, PortSet.MAX_PORT);
  }
}
