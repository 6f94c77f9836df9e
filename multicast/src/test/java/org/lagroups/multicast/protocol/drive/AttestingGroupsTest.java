package org.lagroups.multicast.protocol.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.StreamGroups;

class AttestingGroupsTest {

  private static final NodeId SELF = new NodeId(Bytes.fromHex("01".repeat(NodeId.LENGTH)));
  private static final NodeId PARENT = new NodeId(Bytes.fromHex("02".repeat(NodeId.LENGTH)));
  private static final GroupId OF_PEOPLE = new GroupId(Bytes.fromHex("03".repeat(GroupId.LENGTH)));

  private final List<String> done = new ArrayList<>();

  @Test
  void doesNothingWithAGroupOfPeopleThatAParentNames() {
    LaGroups all = saying(LaGroups.class, Map.of("groups", Set.of(OF_PEOPLE)));
    StreamGroups streams = saying(StreamGroups.class, Map.of("groups", all, "has", false));
    AttestingGroups groups = new AttestingGroups(SELF, streams, GroupSettings.DEFAULT);
    List<Optional<Transcript>> given = new ArrayList<>();

    groups.join(OF_PEOPLE, new Contact(PARENT, List.of()), Bytes.fromHex("07".repeat(16)));
    groups.attest(OF_PEOPLE, PARENT, LinkInfo.NONE);
    groups.update();
    groups.transcript(OF_PEOPLE, 1, given::add);
    groups.stopAttest(OF_PEOPLE, PARENT, Reason.of(ReasonCode.UNSPECIFIED));
    groups.leave(OF_PEOPLE);

    assertThat(done).isEmpty();
    assertThat(given).containsExactly(Optional.empty());
  }

  /** Answers these, and notes whatever else it is told to do. */
  private <T> T saying(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> {
              if (!answers.containsKey(method.getName())) {
                done.add(method.getName());
              }
              return answers.get(method.getName());
            }));
  }
}
