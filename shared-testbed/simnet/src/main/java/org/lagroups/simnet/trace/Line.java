package org.lagroups.simnet.trace;

import java.util.List;
import java.util.Locale;
import org.lagroups.machine.Delivery;

/** One event of a trace. It is reused, and becomes text only when someone looks. */
final class Line {

  private long timeNanos;
  private TraceKind kind = TraceKind.NOTE;
  private int node;
  private int peer;
  private int number;
  private Delivery delivery = Delivery.DATAGRAM;
  private Why why = Why.NONE;
  private String text = "";
  private int length;
  private int hash;

  /** An event with a number, which is a life or a protocol, and words. */
  void set(long timeNanos, TraceKind kind, int node, int peer, int number, String text) {
    this.timeNanos = timeNanos;
    this.kind = kind;
    this.node = node;
    this.peer = peer;
    this.number = number;
    this.text = text;
  }

  /** What {@link #set} cannot say of a message. */
  void setMessage(Delivery delivery, Why why, int length, int hash) {
    this.delivery = delivery;
    this.why = why;
    this.length = length;
    this.hash = hash;
  }

  String toText(List<String> names) {
    String time = "%d.%09d".formatted(timeNanos / 1_000_000_000, timeNanos % 1_000_000_000);
    String subject = "%s %s %s".formatted(time, name(node, names), kind.word());
    return switch (kind) {
      case NOTE -> time + " -- " + text;
      case START -> subject + " life " + number;
      case KILL, CRASH, STOP, PAUSE, RESUME -> subject;
      case TIMER -> subject + " protocol " + number + " " + text;
      case DIAL, UP, DOWN, DOUBT -> subject + " " + name(peer, names) + " " + text;
      case SEND, REFUSE, RECEIVE, LOSE -> subject + " " + name(peer, names) + " " + message();
    };
  }

  private String message() {
    String reason = why == Why.NONE ? "" : " (" + why.words() + ")";
    return "protocol %d %s %d bytes #%08x%s"
        .formatted(number, delivery.name().toLowerCase(Locale.ROOT), length, hash, reason);
  }

  private static String name(int node, List<String> names) {
    return node >= 0 && node < names.size() ? names.get(node) : "?";
  }
}
