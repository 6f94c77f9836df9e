package org.lagroups.wormguard.rule.address;

import java.util.Optional;

/** Reads a single address of either version; names are none, and are never looked up. */
final class AddressLiteral {

  private static final int V4_PARTS = 4;
  private static final int GROUPS = 8;
  private static final int NONE = -1;

  private AddressLiteral() {}

  static Optional<Address> read(String text) {
    if (text.contains(":")) {
      return v6(text);
    }
    long bits = v4(text);
    return bits == NONE ? Optional.empty() : Optional.of(Address.v4(bits));
  }

  private static long v4(String text) {
    String[] parts = text.split("\\.", -1);
    long bits = 0;
    for (String part : parts) {
      int value = number(part, 3, 10);
      if (value < 0 || value > 0xFF) {
        return NONE;
      }
      bits = (bits << 8) | value;
    }
    return parts.length == V4_PARTS ? bits : NONE;
  }

  private static Optional<Address> v6(String text) {
    int gap = text.indexOf("::");
    int[] groups = new int[GROUPS];
    if (gap < 0) {
      return fill(groups, text) == GROUPS ? Optional.of(address(groups)) : Optional.empty();
    }
    int[] behind = new int[GROUPS];
    int before = fill(groups, text.substring(0, gap));
    int after = fill(behind, text.substring(gap + 2));
    if (before < 0 || after < 0 || before + after >= GROUPS) {
      return Optional.empty();
    }
    System.arraycopy(behind, 0, groups, GROUPS - after, after);
    return Optional.of(address(groups));
  }

  /** Reads groups into the array; how many there are, or -1. */
  private static int fill(int[] groups, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    int count = 0;
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean isV4 = i == parts.length - 1 && parts[i].contains(".");
      long value = isV4 ? v4(parts[i]) : number(parts[i], 4, 16);
      if (value < 0 || count + (isV4 ? 2 : 1) > GROUPS) {
        return NONE;
      }
      if (isV4) {
        groups[count++] = (int) (value >>> 16);
      }
      groups[count++] = (int) (value & 0xFFFF);
    }
    return count;
  }

  private static Address address(int[] groups) {
    return new Address(half(groups, 0), half(groups, GROUPS / 2));
  }

  private static long half(int[] groups, int from) {
    long bits = 0;
    for (int i = from; i < from + GROUPS / 2; i++) {
      bits = (bits << 16) | groups[i];
    }
    return bits;
  }

  private static int number(String digits, int most, int radix) {
    if (digits.isEmpty() || digits.length() > most) {
      return NONE;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      if (digit < 0) {
        return NONE;
      }
      value = value * radix + digit;
    }
    return value;
  }
}
