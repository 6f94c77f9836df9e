package org.lagroups.simnet.trace;

import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Delivery;

/**
 * The history of a run. Two runs of one program with one seed have equal traces.
 *
 * <p>A line: time in seconds, node, what happened, peer, details; for messages their length and a
 * hash. Nodes are given by number.
 */
public final class Trace {

  /** No node, no peer. */
  public static final int NOBODY = -1;

  private final List<String> names = new ArrayList<>();
  private final TraceDigest digest = new TraceDigest();
  private final Line[] ring;
  private long lineCount;
  private @Nullable Appendable target;

  /** A trace that remembers its last {@code keptLines} lines. */
  public Trace(int keptLines) {
    ring = new Line[Math.max(1, keptLines)];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Line();
    }
  }

  /** From now on, writes every line to {@code target} as well, each with a line feed. */
  public void writeTo(Appendable target) {
    this.target = target;
  }

  /** Makes sure that all lines are written. */
  public void flush() {
    if (target instanceof Flushable flushable) {
      try {
        flushable.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("the trace cannot be written", e);
      }
    }
  }

  /** A digest of the whole history so far, as 32 hexadecimal digits. */
  public String digest() {
    return digest.toHex();
  }

  /** The last lines, oldest first. */
  public List<String> lastLines() {
    List<String> lines = new ArrayList<>();
    for (long i = Math.max(0, lineCount - ring.length); i < lineCount; i++) {
      lines.add(ring[(int) (i % ring.length)].toText(names));
    }
    return lines;
  }

  /** Gives the node with the next number its name. */
  public void nameNode(String name) {
    names.add(name);
  }

  /** Adds a word of the test's script. */
  public void note(long timeNanos, String text) {
    add(timeNanos, TraceKind.NOTE, NOBODY, NOBODY, 0, text);
  }

  /** Adds what happens to a node as a whole, in the life with this number. */
  public void node(long timeNanos, TraceKind kind, int node, int number) {
    add(timeNanos, kind, node, NOBODY, number, "");
  }

  public void timer(long timeNanos, int node, int protocol, String timer) {
    add(timeNanos, TraceKind.TIMER, node, NOBODY, protocol, timer);
  }

  public void link(long timeNanos, TraceKind kind, int node, int peer, Why why) {
    add(timeNanos, kind, node, peer, 0, why.words());
  }

  public void message(
      long timeNanos,
      TraceKind kind,
      int node,
      int peer,
      int protocol,
      Delivery delivery,
      Why why,
      int length,
      int hash) {
    Line line = next();
    line.set(timeNanos, kind, node, peer, protocol, "");
    line.setMessage(delivery, why, length, hash);
    digest.add(timeNanos, kind.code() + delivery.name().hashCode(), node, peer, protocol);
    digest.addMessage(why.words().hashCode(), length, hash);
    write(line);
  }

  private void add(long timeNanos, TraceKind kind, int node, int peer, int number, String text) {
    Line line = next();
    line.set(timeNanos, kind, node, peer, number, text);
    digest.add(timeNanos, kind.code() + text.hashCode(), node, peer, number);
    write(line);
  }

  private Line next() {
    return ring[(int) (lineCount++ % ring.length)];
  }

  private void write(Line line) {
    if (target == null) {
      return;
    }
    try {
      target.append(line.toText(names)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("the trace cannot be written", e);
    }
  }
}
