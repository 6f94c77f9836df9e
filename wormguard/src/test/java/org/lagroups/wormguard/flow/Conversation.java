package org.lagroups.wormguard.flow;

import static org.lagroups.wormguard.testing.PacketBytes.A4;
import static org.lagroups.wormguard.testing.PacketBytes.A6;
import static org.lagroups.wormguard.testing.PacketBytes.B4;
import static org.lagroups.wormguard.testing.PacketBytes.B6;
import static org.lagroups.wormguard.testing.PacketBytes.TCP;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4;
import static org.lagroups.wormguard.testing.PacketBytes.ipv6;
import static org.lagroups.wormguard.testing.PacketBytes.tcp;
import static org.lagroups.wormguard.testing.PacketBytes.text;
import static org.lagroups.wormguard.testing.PacketBytes.udp;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.packet.TcpHeader;

/** Two hosts that talk: makes the packets of either, decoded, each a microsecond after the last. */
public final class Conversation {

  public static final int SYN = TcpHeader.SYN;
  public static final int ACK = TcpHeader.ACK;
  public static final int FIN = TcpHeader.FIN;
  public static final int RST = TcpHeader.RST;

  private static final int SERVER_PORT = 80;
  private static final long STEP_NANOS = 1_000;

  private final boolean isV4;
  private final int clientPort;
  private final PacketDecoder decoder = new PacketDecoder();
  private final Packet packet = new Packet();
  private long nanos = 1_000_000_000L;

  public Conversation(boolean isV4, int clientPort) {
    this.isV4 = isV4;
    this.clientPort = clientPort;
  }

  /** Over IPv4. */
  public static Conversation fromPort(int clientPort) {
    return new Conversation(true, clientPort);
  }

  /** Lets time pass. */
  public Conversation after(long waitNanos) {
    nanos += waitNanos;
    return this;
  }

  public Packet client(int flags, long sequence, long ack, String payload) {
    return client(flags, sequence, ack, text(payload));
  }

  public Packet client(int flags, long sequence, long ack, byte[] payload) {
    return ip(true, TCP, tcp(clientPort, SERVER_PORT, sequence, ack, flags, payload));
  }

  public Packet server(int flags, long sequence, long ack, String payload) {
    return server(flags, sequence, ack, text(payload));
  }

  public Packet server(int flags, long sequence, long ack, byte[] payload) {
    return ip(false, TCP, tcp(SERVER_PORT, clientPort, sequence, ack, flags, payload));
  }

  /** A TCP handshake that a table sees, with the numbers 1000 and 500; the flow. */
  int shakeHands(FlowTable table) {
    table.see(client(SYN, 1_000, 0, ""));
    table.see(server(SYN | ACK, 500, 1_001, ""));
    return table.see(client(ACK, 1_001, 501, ""));
  }

  public Packet clientDatagram() {
    return ip(true, UDP, udp(clientPort, SERVER_PORT, text("question")));
  }

  public Packet serverDatagram() {
    return ip(false, UDP, udp(SERVER_PORT, clientPort, text("answer")));
  }

  private Packet ip(boolean isFromClient, int protocol, byte[] inside) {
    byte[] bytes =
        isV4
            ? ipv4(isFromClient ? A4 : B4, isFromClient ? B4 : A4, protocol, inside)
            : ipv6(isFromClient ? A6 : B6, isFromClient ? B6 : A6, protocol, inside);
    nanos += STEP_NANOS;
    MemorySegment frame = MemorySegment.ofArray(bytes);
    decoder.decode(frame, 0, bytes.length, bytes.length, LinkType.RAW, nanos, packet);
    return packet;
  }
}
