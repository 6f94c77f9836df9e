package org.lagroups.scenarios.bench.guard.traffic;

import java.util.SplittableRandom;
import org.lagroups.machine.Bytes;

/**
 * Who speaks to whom, and on what network.
 *
 * @param client its address, of 4 or 16 bytes
 * @param server of as many bytes
 * @param vlan the tag's number, or 0 for no tag
 */
record Line(Bytes client, Bytes server, int clientPort, int serverPort, int vlan) {

  private static final int CLIENTS = 16_384;
  private static final int SERVERS = 2_000;
  private static final int FIRST_PORT = 1_024;
  private static final int PORTS = 60_000;
  private static final int IPV6_PERCENT = 20;
  private static final int VLAN_PERCENT = 10;
  private static final int VLANS = 8;

  /**
   * That of a conversation.
   *
   * @param number of the conversation: no two lines up to the billionth are the same
   */
  static Line of(int number, int serverPort, SplittableRandom random) {
    int host = number % CLIENTS;
    int port = FIRST_PORT + number / CLIENTS % PORTS;
    int peer = random.nextInt(SERVERS);
    boolean six = random.nextInt(100) < IPV6_PERCENT;
    int vlan = random.nextInt(100) < VLAN_PERCENT ? 100 + random.nextInt(VLANS) : 0;
    return six
        ? new Line(six(0xfd00_0001, host), six(0x2001_0db8, peer), port, serverPort, vlan)
        : new Line(four(0x0a00_0000, host), four(0xc612_0000, peer), port, serverPort, vlan);
  }

  boolean isIpv6() {
    return client.length() == 16;
  }

  private static Bytes four(int network, int host) {
    byte[] address = new byte[4];
    put(address, 0, network + host + 1);
    return Bytes.wrapOwned(address);
  }

  private static Bytes six(int network, int host) {
    byte[] address = new byte[16];
    put(address, 0, network);
    put(address, 12, host + 1);
    return Bytes.wrapOwned(address);
  }

  private static void put(byte[] address, int at, int value) {
    for (int i = 0; i < 4; i++) {
      address[at + i] = (byte) (value >>> (8 * (3 - i)));
    }
  }
}
