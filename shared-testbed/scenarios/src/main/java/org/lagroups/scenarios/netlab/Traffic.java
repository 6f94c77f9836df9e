package org.lagroups.scenarios.netlab;

import java.util.List;

/**
 * What has gone through an interface: whole packets with their headers, acknowledgements included.
 *
 * @param receivedBytes inward
 * @param sentBytes outward
 */
public record Traffic(long receivedBytes, long sentBytes) {

  /** The columns of /proc/net/dev. */
  private static final int RECEIVED = 0;

  private static final int SENT = 8;

  /**
   * Of one of the interfaces that the lines of {@code /proc/net/dev} are about.
   *
   * @throws IllegalStateException if there is no such interface
   */
  public static Traffic of(String name, List<String> lines) {
    String line =
        lines.stream()
            .map(String::strip)
            .filter(each -> each.startsWith(name + ":"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("there is no interface " + name));
    String[] columns = line.substring(line.indexOf(':') + 1).strip().split("\\s+", -1);
    return new Traffic(Long.parseLong(columns[RECEIVED]), Long.parseLong(columns[SENT]));
  }

  /** What has been added since. */
  public Traffic since(Traffic before) {
    return new Traffic(receivedBytes - before.receivedBytes, sentBytes - before.sentBytes);
  }
}
