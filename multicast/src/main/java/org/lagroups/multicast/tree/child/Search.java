package org.lagroups.multicast.tree.child;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.TreeMessage.Place;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.place.Option;

/**
 * One search for a place: whom to ask, whom that leads to, and which offer to take. Nobody is asked
 * twice, at most {@link #MAX_ASKED} in all and {@link #PARALLEL} at a time.
 */
public final class Search {

  /** The most nodes asked. */
  public static final int MAX_ASKED = 32;

  /** The most nodes known but not asked yet; those that promise least are left out. */
  public static final int MAX_WAITING = 64;

  /** The longest chain of referrals that is followed. */
  public static final int MAX_HOPS = 16;

  /** Answers that take about as long come from about as far. */
  private static final long NEAR_MILLIS = 100;

  /** How many may be asked at the same time. */
  public static final int PARALLEL = 3;

  private final Purpose purpose;
  private final int number;
  private final long askMillis;
  private final LinkedHashMap<NodeId, Asked> asked = new LinkedHashMap<>();
  private final Set<NodeId> leftOut = new HashSet<>();
  private final List<Candidate> waiting = new ArrayList<>();
  private final List<Offer> offers = new ArrayList<>();
  private long firstOfferMillis = Long.MAX_VALUE;

  /**
   * A place that was offered.
   *
   * @param answerMillis how long the answer took
   */
  public record Offer(Contact contact, Place place, long answerMillis) {}

  private record Candidate(Option option, int hops) {}

  private static final class Asked {
    private final Candidate candidate;
    private final long sinceMillis;
    private long sentMillis = -1;
    private boolean isAnswered;

    Asked(Candidate candidate, long nowMillis) {
      this.candidate = candidate;
      this.sinceMillis = nowMillis;
    }
  }

  /**
   * Begins with those that are known.
   *
   * @param askMillis how long an answer is waited for
   */
  public Search(Purpose purpose, int number, List<Option> first, long askMillis) {
    this.purpose = purpose;
    this.number = number;
    this.askMillis = askMillis;
    add(first, 0);
  }

  public Purpose purpose() {
    return purpose;
  }

  public int number() {
    return number;
  }

  /** Never asks somebody, whoever names it. */
  public void leaveOut(NodeId node) {
    leftOut.add(node);
    waiting.removeIf(one -> one.option.contact().node().equals(node));
  }

  /**
   * Those to whom a question is to be sent as soon as there is a link. Nobody more is asked once
   * there is an offer: each one keeps a place from others for a while.
   */
  public List<Contact> toAsk(long nowMillis) {
    long outstanding = asked.values().stream().filter(one -> isOpen(one, nowMillis)).count();
    while (offers.isEmpty()
        && outstanding < PARALLEL
        && !waiting.isEmpty()
        && asked.size() < MAX_ASKED) {
      Candidate next = waiting.removeFirst();
      asked.put(next.option.contact().node(), new Asked(next, nowMillis));
      outstanding++;
    }
    return asked.values().stream()
        .filter(one -> offers.isEmpty() && one.sentMillis < 0 && isOpen(one, nowMillis))
        .map(one -> one.candidate.option.contact())
        .toList();
  }

  /** All that a link is needed to. */
  public Map<NodeId, Contact> contacts(long nowMillis) {
    Map<NodeId, Contact> contacts = new LinkedHashMap<>();
    asked.forEach((node, one) -> {
      if (isOpen(one, nowMillis)) {
        contacts.put(node, one.candidate.option.contact());
      }
    });
    offers.forEach(offer -> contacts.put(offer.contact.node(), offer.contact));
    return contacts;
  }

  /** The question was sent. */
  public void sent(NodeId to, long nowMillis) {
    Asked one = asked.get(to);
    if (one != null) {
      one.sentMillis = nowMillis;
    }
  }

  /** An answer led on. */
  public void referred(NodeId from, List<Option> options) {
    Asked one = asked.get(from);
    if (one != null && !one.isAnswered) {
      one.isAnswered = true;
      if (one.candidate.hops < MAX_HOPS) {
        add(options, one.candidate.hops + 1);
      }
    }
  }

  /** An answer was a place; false if it was not asked for. */
  public boolean offered(NodeId from, Place place, long nowMillis) {
    Asked one = asked.get(from);
    if (one == null || one.isAnswered || one.sentMillis < 0) {
      return false;
    }
    one.isAnswered = true;
    firstOfferMillis = Math.min(firstOfferMillis, nowMillis);
    offers.add(new Offer(one.candidate.option.contact(), place, nowMillis - one.sentMillis));
    return true;
  }

  /**
   * The offer to take now, which is no longer one then: for who has no time the first, otherwise
   * the shallowest, among these the nearest, and of those that are about as near the one that was
   * named first, once those asked have answered or had the time to.
   */
  public Optional<Offer> choose(long nowMillis) {
    boolean isTime =
        purpose != Purpose.NEWCOMER
            || nowMillis - firstOfferMillis >= askMillis / 2
            || asked.values().stream().noneMatch(one -> isOpen(one, nowMillis));
    if (offers.isEmpty() || !isTime) {
      return Optional.empty();
    }
    List<NodeId> order = List.copyOf(asked.keySet());
    Offer best =
        offers.stream()
            .min(
                Comparator.<Offer>comparingInt(offer -> offer.place.stand().depth())
                    .thenComparingLong(offer -> offer.answerMillis / NEAR_MILLIS)
                    .thenComparingInt(offer -> order.indexOf(offer.contact.node())))
            .orElseThrow();
    offers.remove(best);
    return Optional.of(best);
  }

  /** The offers that were not taken. */
  public List<Offer> offers() {
    return List.copyOf(offers);
  }

  /** Those that have answered, in the order in which they were asked. */
  public List<Contact> answered() {
    return asked.values().stream()
        .filter(one -> one.isAnswered && one.sentMillis >= 0)
        .map(one -> one.candidate.option.contact())
        .toList();
  }

  /** Whether nobody is left to ask or wait for. */
  public boolean isExhausted(long nowMillis) {
    return offers.isEmpty()
        && (waiting.isEmpty() || asked.size() >= MAX_ASKED)
        && asked.values().stream().noneMatch(one -> isOpen(one, nowMillis));
  }

  private boolean isOpen(Asked one, long nowMillis) {
    return !one.isAnswered && nowMillis - one.sinceMillis < askMillis;
  }

  private void add(List<Option> options, int hops) {
    for (Option option : options) {
      NodeId node = option.contact().node();
      boolean isKnown =
          leftOut.contains(node)
              || asked.containsKey(node)
              || waiting.stream().anyMatch(one -> one.option.contact().node().equals(node));
      if (!isKnown && option.openDepth() <= Option.NOWHERE) {
        waiting.add(new Candidate(option, hops));
      }
    }
    if (purpose == Purpose.NEWCOMER) {
      waiting.sort(Comparator.comparingInt(one -> one.option.openDepth()));
    }
    while (waiting.size() > MAX_WAITING) {
      waiting.removeLast();
    }
  }
}
