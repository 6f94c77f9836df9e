package org.lagroups.wormguard.flow;

import java.util.random.RandomGenerator;
import org.lagroups.wormguard.packet.Packet;

/**
 * The flows that are there, each in a slot of its own: 0 up to the greatest number of flows.
 *
 * <p>All memory is taken at the start, some 145 bytes a flow. When it is full, the flow that was
 * idle for longest gives way: first one that is closed, then one that is not TCP and was not
 * answered, then new TCP, then one that was answered, and then established TCP, so that a storm of
 * new flows does not drive out those that have shaken hands.
 */
public final class FlowTable {

  /** Says that a packet has no flow. */
  public static final int NONE = -1;

  /** How many flows of each list a packet may expire, so that none takes long. */
  private static final int MOST_EXPIRED = 4;

  private static final Direction[] BOTH_WAYS = Direction.values();

  private static final FlowList[] FIRST_TO_GO = FlowList.values();

  private final FlowSettings settings;
  private final FlowListener listener;
  private final FlowRecords records;
  private final FlowIndex index;
  private final IdleLists idle;
  private final TcpTracker tcp;
  private final FlowKey key;
  private final PacketClock clock = new PacketClock();
  private final FlowCounts counts = new FlowCounts();

  private int size;
  private long now;
  private Direction direction = Direction.TO_SERVER;
  private FlowPhase phaseBefore = FlowPhase.NEW;

  /**
   * With no flows.
   *
   * @param random where the keys of its hashes come from
   */
  public FlowTable(FlowSettings settings, RandomGenerator random, FlowListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.records = new FlowRecords(settings.maxFlows());
    this.index = new FlowIndex(records, settings.maxFlows());
    this.idle = new IdleLists(records, settings.maxFlows());
    this.tcp = new TcpTracker(records, listener);
    this.key = new FlowKey(random.nextLong(), random.nextLong());
  }

  /**
   * Finds the flow of a packet or begins one, after others have expired.
   *
   * @param packet one that was decoded in full; of a fragment, or without IP, nothing is kept
   * @return its flow's slot, or {@link #NONE}
   */
  public int see(Packet packet) {
    now = clock.at(packet.nanos());
    expire();
    if (packet.ipVersion() == 0 || packet.transportOffset() < 0) {
      return NONE;
    }
    key.take(packet);
    int hash = key.hash();
    int flow = index.find(key, hash);
    if (flow != NONE && isOver(flow)) {
      end(flow, FlowEnd.EXPIRED);
      flow = NONE;
    }
    if (flow == NONE) {
      flow = begin(packet, hash);
    } else {
      direction =
          records.goes(flow, key, Direction.TO_SERVER) ? Direction.TO_SERVER : Direction.TO_CLIENT;
      if (packet.isTcp()) {
        flow = replaced(flow, packet, hash);
      }
    }
    follow(flow, packet);
    return flow;
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
    return size;
  }

  public FlowCounts counts() {
    return counts;
  }

  /** All memory that depends on the number of flows. */
  public long memoryBytes() {
    return records.bytes() + index.bytes();
  }

  /** Ends all flows. */
  public void clear() {
    for (FlowList list : FIRST_TO_GO) {
      while (idle.oldest(list) != NONE) {
        end(idle.oldest(list), FlowEnd.CLEARED);
      }
    }
  }

  /**
   * The flow that a TCP packet is of: this one, or another in its place. A SYN begins one at once
   * where there is no stream to be hidden; otherwise the other side has to accept it.
   */
  private int replaced(int flow, Packet packet, int hash) {
    boolean isAsked =
        TcpTracker.isOpening(packet)
            && (records.list(flow) == FlowList.CLOSED || isFromMiddle(flow));
    boolean isAccepted = tcp.acceptsOther(flow, packet, direction);
    if (!isAsked && !isAccepted) {
      return flow;
    }
    end(flow, FlowEnd.REPLACED);
    int next = begin(packet, hash);
    if (isAccepted) {
      tcp.beginAccepted(next, packet);
    }
    return next;
  }

  private int begin(Packet packet, int hash) {
    int flow = takeSlot();
    boolean isTcp = packet.isTcp();
    direction = isTcp && TcpTracker.isAnswer(packet) ? Direction.TO_CLIENT : Direction.TO_SERVER;
    records.putKey(flow, key, direction);
    records.putInt(flow, FlowRecords.HASH, hash);
    records.putLong(flow, FlowRecords.FIRST_NANOS, now);
    records.putLong(flow, FlowRecords.INITIAL, 0);
    records.putLong(flow, FlowRecords.NEXT, 0);
    for (Direction way : BOTH_WAYS) {
      records.putInt(flow, packetCount(way), 0);
      records.putLong(flow, byteCount(way), 0);
    }
    boolean isFromMiddle = isTcp && !TcpTracker.isOpening(packet);
    records.putShort(flow, FlowRecords.MARKS, isFromMiddle ? TcpTracker.FROM_MIDDLE : 0);
    records.setList(flow, FlowList.of(isTcp, FlowPhase.NEW));
    counts.countBegun();
    records.putLong(flow, FlowRecords.ID, counts.begun());
    index.add(flow);
    idle.add(flow);
    size++;
    listener.begun(flow);
    return flow;
  }

  private int takeSlot() {
    int free = idle.takeFree();
    if (free != NONE) {
      return free;
    }
    for (FlowList list : FIRST_TO_GO) {
      if (idle.oldest(list) != NONE) {
        end(idle.oldest(list), FlowEnd.EVICTED);
        return idle.takeFree();
      }
    }
    throw new IllegalStateException("neither a free slot nor a flow");
  }

  private void follow(int flow, Packet packet) {
    phaseBefore = phase(flow);
    FlowPhase phase = phaseBefore;
    if (packet.isTcp()) {
      phase = tcp.follow(flow, packet, direction);
    } else if (direction == Direction.TO_CLIENT) {
      phase = FlowPhase.ESTABLISHED;
    }
    count(flow, packet);
    idle.remove(flow);
    records.setList(flow, FlowList.of(packet.isTcp(), phase));
    records.putLong(flow, FlowRecords.LAST_NANOS, now);
    idle.add(flow);
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

  private void expire() {
    for (FlowList list : FIRST_TO_GO) {
      for (int i = 0; i < MOST_EXPIRED; i++) {
        int flow = idle.oldest(list);
        if (flow == NONE) {
          break;
        }
        if (lastNanos(flow) > now) {
          listAnew(flow);
        } else if (isOver(flow)) {
          end(flow, FlowEnd.EXPIRED);
        } else {
          break;
        }
      }
    }
  }

  /** The clock went back: from now on the flow is kept for its whole time. */
  private void listAnew(int flow) {
    idle.remove(flow);
    records.putLong(flow, FlowRecords.LAST_NANOS, now);
    idle.add(flow);
  }

  /** Whether a flow was idle for longer than its list allows, though it may not have ended yet. */
  private boolean isOver(int flow) {
    return now - lastNanos(flow) > settings.nanosOf(records.list(flow));
  }

  private void end(int flow, FlowEnd why) {
    listener.ended(flow, why);
    idle.remove(flow);
    index.remove(flow);
    idle.giveBack(flow);
    size--;
    counts.countEnded(why);
  }
}
