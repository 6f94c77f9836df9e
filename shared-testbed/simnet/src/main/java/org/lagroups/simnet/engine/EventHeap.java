package org.lagroups.simnet.engine;

import java.util.Arrays;

/**
 * Events by time, and by order of arrival where times are equal: a four-ary heap on parallel
 * arrays, so that nothing is boxed or allocated per event.
 */
final class EventHeap {

  private static final int ARITY = 4;
  private static final Event NOTHING = () -> {};

  private long[] times = new long[256];
  private long[] orders = new long[256];
  private Event[] events = new Event[256];
  private long nextOrder;
  private int size;

  EventHeap() {
    Arrays.fill(events, NOTHING);
  }

  int size() {
    return size;
  }

  /** The time of the first event, or {@link Long#MAX_VALUE} if there is none. */
  long firstTime() {
    return size == 0 ? Long.MAX_VALUE : times[0];
  }

  void add(long time, Event event) {
    if (size == times.length) {
      grow();
    }
    long order = nextOrder++;
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / ARITY;
      if (times[parent] <= time) {
        break;
      }
      move(parent, at);
      at = parent;
    }
    put(at, time, order, event);
  }

  /** Takes the first event away. The heap is not empty. */
  Event removeFirst() {
    Event first = events[0];
    size--;
    long time = times[size];
    long order = orders[size];
    Event last = events[size];
    events[size] = NOTHING;
    if (size > 0) {
      sink(time, order, last);
    }
    return first;
  }

  private void sink(long time, long order, Event event) {
    int at = 0;
    while (true) {
      int child = smallestChild(at);
      if (child < 0 || !isBefore(times[child], orders[child], time, order)) {
        put(at, time, order, event);
        return;
      }
      move(child, at);
      at = child;
    }
  }

  private int smallestChild(int parent) {
    int from = parent * ARITY + 1;
    if (from >= size) {
      return -1;
    }
    int to = Math.min(from + ARITY, size);
    int smallest = from;
    for (int i = from + 1; i < to; i++) {
      if (isBefore(times[i], orders[i], times[smallest], orders[smallest])) {
        smallest = i;
      }
    }
    return smallest;
  }

  private static boolean isBefore(long time, long order, long otherTime, long otherOrder) {
    return time < otherTime || (time == otherTime && order < otherOrder);
  }

  private void move(int from, int to) {
    put(to, times[from], orders[from], events[from]);
  }

  private void put(int at, long time, long order, Event event) {
    times[at] = time;
    orders[at] = order;
    events[at] = event;
  }

  private void grow() {
    int capacity = size * 2;
    times = Arrays.copyOf(times, capacity);
    orders = Arrays.copyOf(orders, capacity);
    events = Arrays.copyOf(events, capacity);
    Arrays.fill(events, size, capacity, NOTHING);
  }
}
