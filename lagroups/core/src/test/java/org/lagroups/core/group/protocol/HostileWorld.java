package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.RawPeer;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

/** A group of three that has admitted Mallory, who says what it likes to the first of them. */
final class HostileWorld {

  static final Identity MALLORY = TestIdentities.of(900);
  static final Identity OTHER = TestIdentities.of(901);

  final GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
  final GroupId group = world.form(3);
  final SimNode<RawPeer> mallory = world.addRaw("mallory", MALLORY);
  final Advertiser says = new Advertiser(group, world.settings(), world.simulation()::wallMillis);

  HostileWorld() {
    mallory.keepLink(world.node(0));
    world.simulation().runFor(Duration.ofSeconds(1));
    tell(says.by(MALLORY, world.id(0)));
    say(new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    pass();
    assertThat(world.node(2).app().view(group)).contains(MALLORY.nodeId());
  }

  /** Mallory sends this. */
  void say(GroupMessage message) {
    mallory.app().say(world.id(0), message);
  }

  /** Mallory sends these bytes. */
  void say(Bytes message) {
    mallory.app().say(world.id(0), message);
  }

  /** Mallory sends this, and it arrives. */
  void tell(SignedAdvertisement advertisement) {
    say(advertisements(advertisement));
    pass();
  }

  /** What Mallory has heard of a kind. */
  <T extends GroupMessage> List<T> heard(Class<T> kind) {
    return mallory.app().heard(kind);
  }

  /** Time in which what is sent arrives, and what follows is done. */
  void pass() {
    world.simulation().runFor(Duration.ofMillis(300));
  }

  static GroupMessage advertisements(SignedAdvertisement one) {
    return new GroupMessage.Advertisements(List.of(one));
  }

  /** The same with a signature that is not its attester's. */
  static SignedAdvertisement forged(SignedAdvertisement advertisement) {
    return new SignedAdvertisement(
        advertisement.content(),
        advertisement.encoded(),
        MALLORY.sign(AdvertisementCodec.DOMAIN, Bytes.EMPTY));
  }

  /** A summary of no view that there is. */
  static GroupMessage summary(GroupId group, int number) {
    byte[] hash = new byte[GroupMessage.Summary.HASH_BYTES];
    hash[0] = (byte) number;
    return new GroupMessage.Summary(group, Bytes.wrapOwned(hash));
  }
}
