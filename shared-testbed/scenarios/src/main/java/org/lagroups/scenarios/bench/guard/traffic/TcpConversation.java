package org.lagroups.scenarios.bench.guard.traffic;

import static org.lagroups.scenarios.bench.guard.traffic.FrameComposer.ACK;
import static org.lagroups.scenarios.bench.guard.traffic.FrameComposer.FIN;
import static org.lagroups.scenarios.bench.guard.traffic.FrameComposer.PSH;
import static org.lagroups.scenarios.bench.guard.traffic.FrameComposer.RST;
import static org.lagroups.scenarios.bench.guard.traffic.FrameComposer.SYN;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lagroups.scenarios.bench.guard.rules.Service;
import org.lagroups.scenarios.bench.guard.traffic.Planter.Planting;

/**
 * A connection: handshake, messages in turn with an acknowledgement of each two segments, and an
 * end. Some segments change places with the next, come again, or are cut into fragments; those into
 * which something was planted do not, so that it is known how often it has to be found.
 */
final class TcpConversation implements Conversation {

  private static final int PER_MILLE = 1_000;
  private static final int REORDERED = 10;
  private static final int RETRANSMITTED = 5;
  private static final int IN_FRAGMENTS = 1;
  private static final int RESET_PERCENT = 10;
  private static final int LEAST_IN_FRAGMENTS = 600;

  private final Line line;
  private final Service service;
  private final Talk talk;
  private final Planter planter;
  private final CaptureTally tally;
  private final SplittableRandom random;
  private final Deque<Segment> waiting = new ArrayDeque<>();
  private final int segmentBytes;
  private int turns;
  private boolean isClosed;
  private int clientNext;
  private int serverNext;

  /** When a segment is sent, beside its place in the stream. */
  private enum Turn {
    USUAL,
    EARLY,
    AGAIN
  }

  private record Segment(
      boolean toServer,
      int flags,
      int sequence,
      int ack,
      @Nullable Message message,
      int offset,
      int length,
      Optional<Planting> planting,
      boolean inParts,
      Turn turn) {

    private Segment at(Turn other) {
      return new Segment(
          toServer, flags, sequence, ack, message, offset, length, planting, inParts, other);
    }
  }

  TcpConversation(
      Line line,
      Service service,
      Talk talk,
      Planter planter,
      CaptureTally tally,
      SplittableRandom random) {
    this.line = line;
    this.service = service;
    this.talk = talk;
    this.planter = planter;
    this.tally = tally;
    this.random = random;
    this.segmentBytes = line.isIpv6() ? 1_428 : 1_448;
    this.turns = talk.turns();
    this.clientNext = random.nextInt();
    this.serverNext = random.nextInt();
    shakeHands();
  }

  @Override
  public boolean step(FrameComposer composer) throws IOException {
    if (waiting.isEmpty()) {
      if (turns > 0) {
        turns--;
        say(true, talk.question());
        say(false, talk.answer());
      } else if (!isClosed) {
        isClosed = true;
        end();
      } else {
        return false;
      }
    }
    send(waiting.remove(), composer);
    return true;
  }

  private void shakeHands() {
    bare(true, SYN);
    bare(false, SYN | ACK);
    bare(true, ACK);
  }

  private void end() {
    if (random.nextInt(100) < RESET_PERCENT) {
      bare(true, RST | ACK);
      return;
    }
    bare(true, FIN | ACK);
    bare(false, FIN | ACK);
    bare(true, ACK);
  }

  private void bare(boolean toServer, int flags) {
    waiting.add(
        new Segment(
            toServer,
            flags,
            toServer ? clientNext : serverNext,
            toServer ? serverNext : clientNext,
            null,
            0,
            0,
            Optional.empty(),
            false,
            Turn.USUAL));
    int counted = (flags & (SYN | FIN)) == 0 ? 0 : 1;
    clientNext += toServer ? counted : 0;
    serverNext += toServer ? 0 : counted;
  }

  private void say(boolean toServer, Message message) {
    for (int offset = 0; offset < message.length(); ) {
      Segment first = data(toServer, message, offset);
      offset += first.length();
      if (offset < message.length()) {
        Segment second = data(toServer, message, offset);
        offset += second.length();
        pair(first, second);
      } else {
        waiting.add(first);
      }
      bare(!toServer, ACK);
      if (first.planting().isEmpty() && random.nextInt(PER_MILLE) < 2 * RETRANSMITTED) {
        waiting.add(first.at(Turn.AGAIN));
      }
    }
  }

  private void pair(Segment first, Segment second) {
    boolean isFree = first.planting().isEmpty() && second.planting().isEmpty();
    if (isFree && random.nextInt(PER_MILLE) < 2 * REORDERED) {
      waiting.add(second.at(Turn.EARLY));
      waiting.add(first);
    } else {
      waiting.add(first);
      waiting.add(second);
    }
  }

  private Segment data(boolean toServer, Message message, int offset) {
    int length = Math.min(segmentBytes, message.length() - offset);
    boolean isLast = offset + length == message.length();
    Optional<Planting> planting = planter.draw(service, toServer, length);
    boolean inParts =
        planting.isEmpty()
            && length >= LEAST_IN_FRAGMENTS
            && random.nextInt(PER_MILLE) < IN_FRAGMENTS;
    Segment segment =
        new Segment(
            toServer,
            isLast ? PSH | ACK : ACK,
            toServer ? clientNext : serverNext,
            toServer ? serverNext : clientNext,
            message,
            offset,
            length,
            planting,
            inParts,
            Turn.USUAL);
    clientNext += toServer ? length : 0;
    serverNext += toServer ? 0 : length;
    return segment;
  }

  private void send(Segment segment, FrameComposer composer) throws IOException {
    tally.retransmitted += segment.turn() == Turn.AGAIN ? 1 : 0;
    tally.reordered += segment.turn() == Turn.EARLY ? 1 : 0;
    int at = FrameComposer.tcpPayloadAt();
    if (segment.message() != null) {
      segment.message().copy(segment.offset(), segment.length(), composer.buffer(), at);
    }
    segment.planting().ifPresent(planting -> planter.plant(planting, composer.buffer(), at));
    composer.tcp(
        line,
        segment.toServer(),
        segment.flags(),
        segment.sequence(),
        segment.ack(),
        segment.length(),
        segment.inParts());
  }
}
