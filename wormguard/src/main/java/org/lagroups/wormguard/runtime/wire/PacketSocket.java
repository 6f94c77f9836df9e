package org.lagroups.wormguard.runtime.wire;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A packet socket at one Ethernet interface: takes all that comes in, and never what was sent from
 * this machine; sends as it is told. It may lose its interface, and go on with the next one of that
 * name, which takes no right any more.
 */
public final class PacketSocket implements AutoCloseable {

  private static final int ADDRESS_BYTES = 20;
  private static final int ADDRESS_PROTOCOL = 2;
  private static final int ADDRESS_INDEX = 4;
  private static final int MEMBERSHIP_BYTES = 16;
  private static final int MEMBERSHIP_KIND = 4;
  private static final int STATISTICS_BYTES = 8;
  private static final int POLL_BYTES = 8;
  private static final int POLL_EVENTS = 4;

  /** How long to wait for room in the queue of an interface before a frame is lost. */
  private static final int LONGEST_SEND_MILLIS = 2;

  private final LibC libC = new LibC();
  private final Arena arena = Arena.ofAuto();
  private final String name;
  private final MemorySegment nativeName;
  private final MemorySegment statistics = arena.allocate(STATISTICS_BYTES, Integer.BYTES);
  private final MemorySegment size = arena.allocate(JAVA_INT);
  private final MemorySegment polled = arena.allocate(POLL_BYTES, Integer.BYTES);
  private final MemorySegment both = arena.allocate(2L * POLL_BYTES, Integer.BYTES);
  private final int socket;
  private int index;
  private long lost;
  private long notSent;

  private PacketSocket(String name, int socket) {
    this.name = name;
    this.nativeName = arena.allocateFrom(name);
    this.socket = socket;
    polled.set(JAVA_INT, 0, socket);
  }

  /** What came of opening an interface. */
  public sealed interface Opening {

    /** Frames are being gathered. To be closed. */
    record Opened(PacketSocket socket) implements Opening {}

    /**
     * It cannot be opened.
     *
     * @param why what is wrong and what to do, for people
     */
    record Refused(String why) implements Opening {}
  }

  /**
   * Opens an interface, which takes the right to do so (CAP_NET_RAW); nothing later does.
   *
   * @param bufferBytes how much the kernel keeps while nobody takes it, and as much of what waits
   *     to go out
   */
  public static Opening open(String interfaceName, int bufferBytes) {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")) {
      return new Opening.Refused("a bridge takes Linux");
    }
    if (!isEthernet(interfaceName)) {
      return new Opening.Refused(
          "interface %s is not there, or no Ethernet; `ip link` lists those there are"
              .formatted(interfaceName));
    }
    LibC libC = new LibC();
    // Of no protocol yet, or frames of all interfaces would come.
    int socket = libC.socket(Linux.AF_PACKET, Linux.SOCK_RAW | Linux.SOCK_CLOEXEC, 0);
    if (socket < 0) {
      return new Opening.Refused(refusal(interfaceName, -socket));
    }
    PacketSocket opened = new PacketSocket(interfaceName, socket);
    int error = opened.configure(bufferBytes);
    if (error < 0) {
      opened.close();
      return new Opening.Refused(refusal(interfaceName, -error));
    }
    return new Opening.Opened(opened);
  }

  /** The interface's. */
  public String name() {
    return name;
  }

  /** Waits until one of two sockets has frames, or a time is over. */
  public static void await(PacketSocket one, PacketSocket other, int millis) {
    MemorySegment both = one.both;
    both.set(JAVA_INT, 0, one.socket);
    both.set(JAVA_SHORT, POLL_EVENTS, (short) Linux.POLLIN);
    both.set(JAVA_INT, POLL_BYTES, other.socket);
    both.set(JAVA_SHORT, POLL_BYTES + POLL_EVENTS, (short) Linux.POLLIN);
    one.libC.poll(both, 2, millis);
  }

  /**
   * Takes the frames that are there, up to a batch.
   *
   * @return whether the interface is there; without it nothing comes
   */
  public boolean receive(FrameBatch into) {
    int received = libC.receive(socket, into.prepare(), FrameBatch.MOST_FRAMES, Linux.MSG_DONTWAIT);
    into.received(Math.max(0, received));
    return !isGone(-received);
  }

  /**
   * Sends what a batch, of another socket, says goes on. What cannot be sent is counted.
   *
   * @return how many were sent
   */
  public int send(FrameBatch batch) {
    int done = 0;
    int sent = 0;
    while (done < batch.kept()) {
      int now = libC.send(socket, batch.outgoing(done), batch.kept() - done, Linux.MSG_DONTWAIT);
      if (now > 0) {
        done += now;
        sent += now;
      } else if (isGone(-now)) {
        notSent += batch.kept() - done;
        return sent;
      } else if (now != -Linux.EINTR && !(now == -Linux.EAGAIN && hasRoom())) {
        notSent++;
        done++;
      }
    }
    return sent;
  }

  /**
   * Goes on with the interface that has the name now, if that is another than before.
   *
   * @return whether there is one
   */
  public boolean attach() {
    int now = libC.index(nativeName);
    if (now == index) {
      return now > 0;
    }
    index = 0;
    return now > 0 && bindTo(now) == 0;
  }

  /** Frames that came in and found no room, since the last call. */
  public long takeLost() {
    size.set(JAVA_INT, 0, STATISTICS_BYTES);
    int error = libC.getOption(socket, Linux.SOL_PACKET, Linux.PACKET_STATISTICS, statistics, size);
    long now = error < 0 ? 0 : Integer.toUnsignedLong(statistics.get(JAVA_INT, Integer.BYTES));
    lost += now;
    return now;
  }

  /** Frames that came in and found no room, as far as {@link #takeLost} was told. */
  public long lost() {
    return lost;
  }

  /** Frames that could not be sent: longer than the interface takes, or its queue was full. */
  public long notSent() {
    return notSent;
  }

  @Override
  public void close() {
    libC.close(socket);
  }

  private int configure(int bufferBytes) {
    int error = set(Linux.SOL_PACKET, Linux.PACKET_IGNORE_OUTGOING, 1);
    error = error < 0 ? error : set(Linux.SOL_PACKET, Linux.PACKET_AUXDATA, 1);
    error = error < 0 ? error : set(Linux.SOL_PACKET, Linux.PACKET_VNET_HDR, 1);
    if (error < 0) {
      return error;
    }
    // Without the right to exceed the system's limit, its own size stays.
    set(Linux.SOL_SOCKET, Linux.SO_RCVBUFFORCE, bufferBytes);
    set(Linux.SOL_SOCKET, Linux.SO_SNDBUFFORCE, bufferBytes);
    int now = libC.index(nativeName);
    return now > 0 ? bindTo(now) : -Linux.ENODEV;
  }

  private int bindTo(int interfaceIndex) {
    MemorySegment address = arena.allocate(ADDRESS_BYTES, Integer.BYTES);
    address.set(JAVA_SHORT, 0, (short) Linux.AF_PACKET);
    address.set(JAVA_SHORT, ADDRESS_PROTOCOL, Short.reverseBytes((short) Linux.ETH_P_ALL));
    address.set(JAVA_INT, ADDRESS_INDEX, interfaceIndex);
    int error = libC.bind(socket, address);
    if (error < 0) {
      return error;
    }
    MemorySegment membership = arena.allocate(MEMBERSHIP_BYTES, Integer.BYTES);
    membership.set(JAVA_INT, 0, interfaceIndex);
    membership.set(JAVA_SHORT, MEMBERSHIP_KIND, (short) Linux.PACKET_MR_PROMISC);
    error = libC.setOption(socket, Linux.SOL_PACKET, Linux.PACKET_ADD_MEMBERSHIP, membership);
    if (error == 0) {
      index = interfaceIndex;
    }
    return error;
  }

  private int set(int level, int option, int value) {
    MemorySegment number = arena.allocate(JAVA_INT);
    number.set(JAVA_INT, 0, value);
    return libC.setOption(socket, level, option, number);
  }

  private boolean hasRoom() {
    polled.set(JAVA_SHORT, POLL_EVENTS, (short) Linux.POLLOUT);
    return libC.poll(polled, 1, LONGEST_SEND_MILLIS) > 0;
  }

  private static boolean isGone(int error) {
    return error == Linux.ENETDOWN || error == Linux.ENXIO || error == Linux.ENODEV;
  }

  private static boolean isEthernet(String name) {
    try {
      // A name with a slash or dots in it is none, and would lead elsewhere.
      return name.matches("[^/\\s]{1,15}")
          && !name.startsWith(".")
          && Files.readString(Path.of("/sys/class/net", name, "type"))
              .strip()
              .equals(String.valueOf(Linux.ARPHRD_ETHER));
    } catch (IOException _) {
      return false;
    }
  }

  private static String refusal(String name, int error) {
    String what =
        switch (error) {
          case Linux.EPERM, Linux.EACCES ->
              "that takes root's rights, or those of CAP_NET_RAW and CAP_NET_ADMIN";
          case Linux.ENODEV, Linux.ENXIO -> "it is gone; `ip link` lists those there are";
          default -> "the system says error " + error + "; a bridge takes Linux 4.20 or newer";
        };
    return "interface %s cannot be opened: %s".formatted(name, what);
  }
}
