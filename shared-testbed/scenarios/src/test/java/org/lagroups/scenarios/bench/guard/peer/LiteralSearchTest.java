package org.lagroups.scenarios.bench.guard.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.scenarios.bench.guard.traffic.CaptureFacts;
import org.lagroups.scenarios.bench.guard.traffic.CaptureMaker;
import org.lagroups.wormguard.capture.PcapFile;

final class LiteralSearchTest {

  @TempDir private Path folder;

  @Test
  void findTheSamePayloads() throws IOException {
    MadeRules rules = MadeRules.make(3, 300);
    Path path = folder.resolve("made");
    CaptureFacts facts = CaptureMaker.make(path, 5_000_000, 2, rules);
    List<Bytes> literals = rules.literals();
    try (PcapFile file = opened(path);
        LiteralSearch matcher = new MatcherSearch(literals);
        LiteralSearch trie = new TrieSearch(literals);
        LiteralSearch netty = new NettySearch(literals)) {
      BarePayloads payloads = new BarePayloads(file.frames());
      long found = 0;
      long all = 0;
      while (payloads.next()) {
        boolean expected = search(matcher, payloads);
        assertThat(search(trie, payloads)).isEqualTo(expected);
        assertThat(search(netty, payloads)).isEqualTo(expected);
        found += expected ? 1 : 0;
        all++;
      }
      assertThat(found).isGreaterThanOrEqualTo(facts.planted());
      // Fragments are gone through one by one.
      assertThat(all).isBetween(facts.payloads(), facts.payloads() + facts.fragments());
    }
  }

  private static boolean search(LiteralSearch search, BarePayloads payloads) {
    return search.search(payloads.memory(), payloads.offset(), payloads.length());
  }

  private static PcapFile opened(Path path) {
    return switch (PcapFile.open(path)) {
      case PcapFile.Opening.Opened(PcapFile file) -> file;
      case PcapFile.Opening.Refused(String why) -> throw new AssertionError(why);
    };
  }
}
