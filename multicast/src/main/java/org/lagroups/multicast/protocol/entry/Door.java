package org.lagroups.multicast.protocol.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.StreamMessage.Admission;
import org.lagroups.multicast.wire.StreamMessage.Denial;
import org.lagroups.multicast.wire.StreamMessage.HeaderAnswer;
import org.lagroups.multicast.wire.StreamMessage.HeaderAsk;

/** Where a source is asked for its stream: gives the header, and lets guests into the group. */
public final class Door {

  /** The most guests whose tokens are remembered, beyond which the eldest is given a new one. */
  public static final int MAX_GUESTS = 256;

  /** For how long a token is good. */
  public static final long TOKEN_MILLIS = 600_000;

  private static final Rate ASKS = new Rate(1, 5);
  private static final float LOAD_FACTOR = 0.75f;

  private final Environment<?> environment;
  private final SignedHeader header;
  private final StreamId stream;
  private final Audience audience;
  private final GroupId group;
  private final GroupSettings settings;
  private final StreamGroups groups;
  private final PeerBuckets asks = new PeerBuckets(ASKS);
  private final Map<NodeId, Guest> guests = new Guests();

  /** Of a stream that is distributed in a group of this node. */
  public Door(
      Environment<?> environment,
      SignedHeader header,
      Audience audience,
      GroupId group,
      GroupSettings settings,
      StreamGroups groups) {
    this.environment = environment;
    this.header = header;
    this.stream = header.id();
    this.audience = audience;
    this.group = group;
    this.settings = settings;
    this.groups = groups;
  }

  /**
   * Somebody asks for the stream. Who asks too often is not answered.
   *
   * @param hasPlace whether one more member can be served; who was given a token has its place
   */
  public void onAsk(NodeId from, HeaderAsk ask, boolean hasPlace) {
    if (!asks.take(from, 1, environment.elapsedNanos())) {
      return;
    }
    if (!audience.admits(from, ask.token())) {
      tell(from, new Denial(stream, Denial.Why.NOT_INVITED));
      return;
    }
    Guest known = guests.get(from);
    if (known == null && !hasPlace) {
      tell(from, new Denial(stream, Denial.Why.FULL));
      return;
    }
    tell(from, new HeaderAnswer(stream, header));
    if (known != null && known.isFresh(environment.wallMillis())) {
      admit(from, known);
    } else {
      invite(from);
    }
  }

  private void invite(NodeId node) {
    byte[] token = new byte[Admission.TOKEN_BYTES];
    environment.random().nextBytes(token);
    Guest guest = new Guest(Bytes.wrapOwned(token), environment.wallMillis() + TOKEN_MILLIS);
    guests.put(node, guest);
    groups.invite(
        group,
        guest.token,
        guest.expiresMillis,
        isReady -> {
          if (isReady) {
            guest.isReady = true;
            admit(node, guest);
          } else {
            guests.remove(node, guest);
          }
        });
  }

  private void admit(NodeId node, Guest guest) {
    if (guest.isReady) {
      tell(node, new Admission(stream, group, settings, guest.token));
    }
  }

  private void tell(NodeId to, CastMessage message) {
    environment.send(to, Delivery.ORDERED, CastCodec.encode(message));
  }

  private static final class Guest {
    private final Bytes token;
    private final long expiresMillis;
    private boolean isReady;

    Guest(Bytes token, long expiresMillis) {
      this.token = token;
      this.expiresMillis = expiresMillis;
    }

    /** Whether there is time enough left to join. */
    boolean isFresh(long nowMillis) {
      long left = expiresMillis - nowMillis;
      return left > TOKEN_MILLIS / 2 && left <= TOKEN_MILLIS;
    }
  }

  private static final class Guests extends LinkedHashMap<NodeId, Guest> {

    private static final long serialVersionUID = 1L;

    Guests() {
      super(16, LOAD_FACTOR, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<NodeId, Guest> eldest) {
      return size() > MAX_GUESTS;
    }
  }
}
