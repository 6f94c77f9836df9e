package org.lagroups.multicast.wire;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.group.Contact;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.TreeMessage.Why;
import org.lagroups.multicast.wire.place.Bounds;
import org.lagroups.multicast.wire.place.Fallen;
import org.lagroups.multicast.wire.place.Option;
import org.lagroups.multicast.wire.place.Stand;
import org.lagroups.multicast.wire.place.Ward;

/** One message about the tree of each kind, and longer ones. */
final class TreeSamples {

  static final Contact CONTACT =
      new Contact(
          new NodeId(zeros(NodeId.LENGTH)),
          List.of(new NodeAddress("10.1.2.3", 4_100), new NodeAddress("fe80::1", 1)));
  static final Transcript TRANSCRIPT =
      new Transcript(
          new Endorsement(new GroupId(zeros(GroupId.LENGTH)), CONTACT.node(), 5),
          List.of(new Transcript.Signer(new PublicIdentity(zeros(32), zeros(48)), zeros(96))),
          zeros(96));

  private static final Contact SHORT = new Contact(new NodeId(zeros(NodeId.LENGTH)), List.of());
  private static final GroupId GROUP = new GroupId(zeros(GroupId.LENGTH));
  private static final Bytes TOKEN = zeros(TreeMessage.TOKEN_BYTES);
  private static final Signature SIGNATURE = new Signature(zeros(Signature.LENGTH));

  private TreeSamples() {}

  static List<CastMessage> of(StreamId stream) {
    List<Contact> most = Collections.nCopies(Bounds.MAX_LIST, CONTACT);
    List<Fallen> fallen = List.of(new Fallen(CONTACT.node(), 7));
    List<Option> options = List.of(new Option(CONTACT, 3), new Option(SHORT, Option.NOWHERE));
    return List.of(
        new TreeMessage.Seek(
            stream, 1, Purpose.NEWCOMER, Optional.empty(), CONTACT.addresses(), 5_000_000),
        new TreeMessage.Seek(
                stream, 0, Purpose.ORPHAN, Optional.of(CONTACT.node()), List.of(), Long.MAX_VALUE)
            .showing(SIGNATURE),
        new TreeMessage.Refer(stream, 1, options),
        new TreeMessage.Place(stream, 2, GROUP, TOKEN, new Stand(Long.MAX_VALUE, 64)),
        new TreeMessage.Take(stream, TOKEN, 99),
        new TreeMessage.Part(stream, Why.LEAVING),
        new TreeMessage.Part(stream, Why.DISMISSED),
        new TreeMessage.Yield(stream, options),
        new TreeMessage.Climb(stream, 3, CONTACT.addresses(), 1, TRANSCRIPT),
        new TreeMessage.Pulse(stream, new Stand(7, 0), SIGNATURE, 1, 2, Long.MAX_VALUE),
        new TreeMessage.Lineage(stream, most, most, most, fallen),
        new TreeMessage.Household(
            stream, Optional.of(GROUP), List.of(new Ward(CONTACT, 1, 2)), fallen),
        new TreeMessage.Household(stream, Optional.empty(), List.of(), List.of()),
        new TreeMessage.Presence(stream, Option.NOWHERE, 0));
  }

  private static Bytes zeros(int count) {
    return Bytes.wrapOwned(new byte[count]);
  }
}
