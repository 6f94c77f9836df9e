package org.lagroups.wormguard.flow;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketClock;

/**
 * The flows that are there, each in a slot of its own: 0 up to the greatest number of flows.
 *
 * <p>All memory is taken at the start, some 160 bytes a flow. When it is full, the flow that was
 * idle for longest, to within a second or two, gives way: first one that is closed, then one that
 * is not TCP and was not answered, then new TCP, then one that was answered, and then established
 * TCP, so that a storm of new flows does not drive out those that have shaken hands.
 */
public final class FlowTable {

  /** Says that a packet has no flow. */
  public static final int NONE = -1;

  private final FlowListener listener;
  private final FlowRecords records;
  private final FlowSlots slots;
  private final TcpTracker tcp;
  private final FlowKey own;
  private final long addressKey;
  private final long lastKey;
  private final PacketClock clock = new PacketClock();

  private Direction direction = Direction.TO_SERVER;
  private FlowPhase phaseBefore = FlowPhase.NEW;

  /**
   * With no flows.
   *
   * @param random where the keys of its hashes come from
   */
  public FlowTable(FlowSettings settings, RandomGenerator random, FlowListener listener) {
    this.listener = listener;
    this.records = new FlowRecords(settings.maxFlows());
    this.slots = new FlowSlots(settings, records, listener);
    this.tcp = new TcpTracker(records, listener);
    this.addressKey = random.nextLong();
    this.lastKey = random.nextLong();
    this.own = newKey();
  }

  /** With room for so many packets that are seen later. */
  public FlowGuesses guesses(int most) {
    return new FlowGuesses(slots, records, Stream.generate(this::newKey).limit(most).toList());
  }

  /**
   * Finds the flow of a packet or begins one, after others have expired.
   *
   * @param packet one that was decoded in full; of a fragment, or without IP, nothing is kept
   * @return its flow's slot, or {@link #NONE}
   */
  public int see(Packet packet) {
    own.take(packet);
    turnTo(packet);
    return own.isOfFlow() ? see(packet, own, slots.find(own)) : NONE;
  }

  /**
   * The same, of one whose flow was guessed before.
   *
   * @param guesses of this table
   * @param place which of them it is
   */
  public int see(Packet packet, FlowGuesses guesses, int place) {
    turnTo(packet);
    FlowKey key = guesses.key(place);
    if (!key.isOfFlow()) {
      return NONE;
    }
    int guessed = guesses.found(place);
    int found = guessed == FlowIndex.NONE ? slots.find(key) : slots.findAgain(guessed);
    return see(packet, key, found);
  }

  /** Which way the last packet went. */
  public Direction direction() {
    return direction;
  }

  /** The phase that its flow was in before the last packet. */
  public FlowPhase phaseBefore() {
    return phaseBefore;
  }

  /** The phase that a flow is in. */
  public FlowPhase phase(int flow) {
    return records.list(flow).phase();
  }

  /** Tells flows apart, also those that had one slot after another: counts from 1. */
  public long id(int flow) {
    return records.getLong(flow, FlowRecords.ID);
  }

  /** When the first packet came, in nanoseconds since 1970. */
  public long firstNanos(int flow) {
    return records.getLong(flow, FlowRecords.FIRST_NANOS);
  }

  /** When the last one did. */
  public long lastNanos(int flow) {
    return records.getLong(flow, FlowRecords.LAST_NANOS);
  }

  /** The first half of the client's address, as in {@link Packet#sourceHigh()}. */
  public long clientHigh(int flow) {
    return records.getLong(flow, FlowRecords.CLIENT_HIGH);
  }

  /** The second half. */
  public long clientLow(int flow) {
    return records.getLong(flow, FlowRecords.CLIENT_LOW);
  }

  /** The first half of the server's address. */
  public long serverHigh(int flow) {
    return records.getLong(flow, FlowRecords.SERVER_HIGH);
  }

  /** The second half. */
  public long serverLow(int flow) {
    return records.getLong(flow, FlowRecords.SERVER_LOW);
  }

  /** The client's port; 0 where the protocol has none. */
  public int clientPort(int flow) {
    return records.getShort(flow, FlowRecords.CLIENT_PORT);
  }

  /** The server's port; 0 where the protocol has none. */
  public int serverPort(int flow) {
    return records.getShort(flow, FlowRecords.SERVER_PORT);
  }

  /** The number of what IP carries. */
  public int protocol(int flow) {
    return FlowKey.protocol(records.getLong(flow, FlowRecords.KIND));
  }

  /** 4 or 6. */
  public int ipVersion(int flow) {
    return FlowKey.ipVersion(records.getLong(flow, FlowRecords.KIND));
  }

  /** Whether a TCP flow began with something else than a SYN. */
  public boolean isFromMiddle(int flow) {
    return (tcp.marks(flow) & TcpTracker.FROM_MIDDLE) != 0;
  }

  /** Whether a TCP flow was reset. */
  public boolean isReset(int flow) {
    return (tcp.marks(flow) & TcpTracker.RESET) != 0;
  }

  /** Whether the SYN of this direction was seen. */
  public boolean hasSyn(int flow, Direction way) {
    return tcp.has(flow, way, TcpTracker.SYN);
  }

  /** Whether the handshake of a TCP flow was seen, whatever came then. */
  public boolean hasShakenHands(int flow) {
    return tcp.hasShakenHands(flow);
  }

  /** How many packets went this way. */
  public long packets(int flow, Direction way) {
    return Integer.toUnsignedLong(records.getInt(flow, packetCount(way)));
  }

  /** How many bytes these had, on the wire or within what carried them. */
  public long bytes(int flow, Direction way) {
    return records.getLong(flow, byteCount(way));
  }

  /** The number of that SYN, of which the first byte's is the next one. */
  public int initialSequence(int flow, Direction way) {
    return tcp.initial(flow, way);
  }

  /** How many flows there are. */
  public int size() {
    return slots.size();
  }

  public FlowCounts counts() {
    return slots.counts();
  }

  /** All memory that depends on the number of flows. */
  public long memoryBytes() {
    return slots.memoryBytes();
  }

  /** Ends all flows. */
  public void clear() {
    slots.clear();
  }

  private FlowKey newKey() {
    return new FlowKey(addressKey, lastKey);
  }

  private void turnTo(Packet packet) {
    slots.turnTo(clock.at(packet.nanos()));
  }

  private int see(Packet packet, FlowKey key, int found) {
    return packet.isTcp() ? seeTcp(packet, found, key) : seeOther(packet, found, key);
  }

  private int seeTcp(Packet packet, int found, FlowKey key) {
    int flow;
    if (found == NONE) {
      flow = beginTcp(packet, key);
    } else {
      direction = FlowIndex.way(found);
      flow = replaced(FlowIndex.flow(found), packet, key);
    }
    phaseBefore = phase(flow);
    FlowList list = tcp.follow(flow, packet, direction);
    count(flow, packet);
    slots.touch(flow, list);
    return flow;
  }

  private int seeOther(Packet packet, int found, FlowKey key) {
    int flow;
    if (found == NONE) {
      direction = Direction.TO_SERVER;
      flow = slots.begin(key, direction, FlowList.UNANSWERED);
      listener.begun(flow);
    } else {
      direction = FlowIndex.way(found);
      flow = FlowIndex.flow(found);
    }
    phaseBefore = phase(flow);
    count(flow, packet);
    slots.touch(flow, direction == Direction.TO_CLIENT ? FlowList.ANSWERED : records.list(flow));
    return flow;
  }

  /**
   * The flow that a packet is of: this one, or another in its place. A SYN begins one at once where
   * there is no stream to be hidden; otherwise the other side has to accept it.
   */
  private int replaced(int flow, Packet packet, FlowKey key) {
    if (!TcpTracker.hasSyn(packet)) {
      return flow;
    }
    boolean isAsked =
        TcpTracker.isOpening(packet)
            && (records.list(flow) == FlowList.CLOSED || isFromMiddle(flow));
    boolean isAccepted = tcp.acceptsOther(flow, packet, direction);
    if (!isAsked && !isAccepted) {
      return flow;
    }
    slots.end(flow, FlowEnd.REPLACED);
    int next = beginTcp(packet, key);
    if (isAccepted) {
      tcp.beginAccepted(next, packet);
    }
    return next;
  }

  private int beginTcp(Packet packet, FlowKey key) {
    direction = TcpTracker.isAnswer(packet) ? Direction.TO_CLIENT : Direction.TO_SERVER;
    int flow = slots.begin(key, direction, FlowList.NEW);
    if (!TcpTracker.isOpening(packet)) {
      tcp.mark(flow, TcpTracker.FROM_MIDDLE);
    }
    listener.begun(flow);
    return flow;
  }

  private void count(int flow, Packet packet) {
    long bytes =
        packet.layer() == 0 ? packet.wireLength() : packet.networkEnd() - packet.networkOffset();
    int packets = packetCount(direction);
    records.putInt(flow, packets, records.getInt(flow, packets) + 1);
    int sum = byteCount(direction);
    records.putLong(flow, sum, records.getLong(flow, sum) + bytes);
  }

  private static int packetCount(Direction way) {
    return FlowRecords.PACKET_COUNT + way.index() * Integer.BYTES;
  }

  private static int byteCount(Direction way) {
    return FlowRecords.BYTE_COUNT + way.index() * Long.BYTES;
  }
}
