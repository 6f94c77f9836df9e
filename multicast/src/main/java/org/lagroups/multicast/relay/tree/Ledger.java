package org.lagroups.multicast.relay.tree;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The chunks that have been sent and that not all members have yet. Bounded by trees' windows. */
public final class Ledger {

  /** The most chunks in it; nothing new is sent meanwhile. */
  public static final int MAX_FLIGHTS = 8_192;

  private final Map<Long, Flight> flights = new LinkedHashMap<>();

  public boolean isEmpty() {
    return flights.isEmpty();
  }

  public boolean isFull() {
    return flights.size() >= MAX_FLIGHTS;
  }

  /** Whether somebody lacks this chunk still. */
  public boolean has(Flight flight) {
    return flights.get(flight.sequence()) == flight;
  }

  /** The flight of a chunk that somebody lacks still; null if nobody does. */
  public @Nullable Flight find(long sequence) {
    return flights.get(sequence);
  }

  public void add(Flight flight) {
    flights.put(flight.sequence(), flight);
  }

  /** Those that somebody lacks, the oldest first; a list of its own. */
  public List<Flight> flights() {
    return new ArrayList<>(flights.values());
  }

  /** A member says which chunks it has. */
  public void had(int member, LongPredicate has, long nowNanos) {
    for (Iterator<Flight> all = flights.values().iterator(); all.hasNext(); ) {
      Flight flight = all.next();
      if (Members.has(flight.missing(), member)
          && has.test(flight.sequence())
          && flight.settle(Members.of(member), nowNanos)) {
        all.remove();
      }
    }
  }

  /** Nobody waits for these members any more. */
  public void forget(long members, long nowNanos) {
    flights.values().removeIf(flight -> flight.settle(members, nowNanos));
  }

  /** Nobody waits for this chunk any more. */
  public void forget(Flight flight) {
    flight.release();
    flights.remove(flight.sequence());
  }
}
