package org.lagroups.wormguard.rule.address;

/** Addresses from one to another, both included. */
record AddressRange(Address first, Address last) {

  static final AddressRange V4 = new AddressRange(Address.v4(0), Address.v4(0xFFFF_FFFFL));

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
