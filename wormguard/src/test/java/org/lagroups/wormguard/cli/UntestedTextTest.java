package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;

final class UntestedTextTest {

  private static final NodeId ORIGIN = Identity.generate(new Random(1)).nodeId();
  private static final GroupId GROUP = GroupId.random(new Random(2));

  @Test
  void saysWhyASignatureIsNotEndorsedHereOnceForEachReason() {
    SignatureList list =
        new SignatureList(
            List.of(
                view('a', "endorsed", "", 0),
                view('b', "undecided", "too little traffic", 60_000),
                view('c', "undecided", "too little traffic", 120_000),
                view('d', "doubted", "the rule holds for ordinary traffic here: 3 of 1000", 0)));
    assertThat(UntestedText.lines(list, 240_000))
        .containsExactly(
            "dddddddddddd is not endorsed here: the rule holds for ordinary traffic here: 3 of 1000",
            "2 not tested here for up to 3 min: too little traffic");
    assertThat(UntestedText.lines(list, 360_000).getLast())
        .isEqualTo("Warning: 2 not tested here for up to 5 min: too little traffic");
  }

  private static SignatureView view(char id, String judgement, String why, long since) {
    return new SignatureView(
        GROUP,
        String.valueOf(id).repeat(64),
        ORIGIN,
        "offered",
        3,
        0,
        0,
        false,
        judgement,
        why,
        since,
        "a rule",
        "",
        1,
        1,
        2,
        List.of(),
        List.of());
  }
}
