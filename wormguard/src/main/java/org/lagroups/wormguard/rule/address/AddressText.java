package org.lagroups.wormguard.rule.address;

import java.util.List;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Numbers;

/**
 * Reads an address, a network as {@code 10.0.0.0/8}, {@code 10.0.0.0/255.0.0.0} or {@code
 * 2001:db8::/32}, or a range as {@code 10.0.0.1-10.0.0.9}.
 */
final class AddressText {

  private static final int V4_BITS = 32;
  private static final int BITS = 128;

  private final String keyword;
  private final String text;

  private AddressText(String keyword, String text) {
    this.keyword = keyword;
    this.text = text;
  }

  static AddressSet parse(String keyword, String text) throws Mistake {
    return text.equals("any") ? AddressSet.ANY : new AddressText(keyword, text).read();
  }

  private AddressSet read() throws Mistake {
    int dash = text.indexOf('-');
    int slash = text.indexOf('/');
    if (dash >= 0) {
      return range(address(text.substring(0, dash)), address(text.substring(dash + 1)));
    }
    if (slash < 0) {
      Address address = address(text);
      return range(address, address);
    }
    return network(address(text.substring(0, slash)), text.substring(slash + 1));
  }

  private AddressSet network(Address address, String width) throws Mistake {
    if (!text.contains(":")) {
      int bits =
          width.contains(".") ? maskBits(width) : Numbers.intWithin(keyword, width, 0, V4_BITS);
      int all = BITS - V4_BITS + bits;
      return range(address.network(all), address.broadcast(all));
    }
    int bits = Numbers.intWithin(keyword, width, 0, BITS);
    AddressSet network = range(address.network(bits), address.broadcast(bits));
    // Addresses of IPv4 are written otherwise: ::/0 means IPv6.
    return address.isV4() && bits >= BITS - V4_BITS
        ? network
        : network.minus(AddressSet.of(List.of(AddressRange.V4)));
  }

  private int maskBits(String mask) throws Mistake {
    int bits = (int) address(mask).low();
    int ones = Integer.numberOfLeadingZeros(~bits);
    if (Integer.bitCount(bits) != ones) {
      throw wrong();
    }
    return ones;
  }

  private AddressSet range(Address first, Address last) throws Mistake {
    if (first.compareTo(last) > 0) {
      throw wrong();
    }
    return AddressSet.of(List.of(new AddressRange(first, last)));
  }

  private Address address(String address) throws Mistake {
    return AddressLiteral.read(address.strip()).orElseThrow(this::wrong);
  }

  private Mistake wrong() {
    return new Mistake(keyword, "has \"" + text + "\" where an address has to be");
  }
}
