package org.lagroups.fileshare.runtime.routes;

import org.lagroups.machine.Printable;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;

/** Reads numbers in requests. */
final class Numbers {

  private Numbers() {}

  static long id(ApiRequest request) {
    return parse(request.path("id"));
  }

  static long query(ApiRequest request, String name, long otherwise, long most) {
    long value = request.query(name).map(Numbers::parse).orElse(otherwise);
    if (value < 0 || value > most) {
      throw ApiException.badRequest("bad-number", "%s is 0 to %d".formatted(name, most), "");
    }
    return value;
  }

  static long parse(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw ApiException.badRequest("bad-number", "not a number: " + Printable.of(text), "");
    }
  }
}
