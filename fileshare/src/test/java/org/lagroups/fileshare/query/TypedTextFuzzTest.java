package org.lagroups.fileshare.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.fileshare.merkle.MagnetLink;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever a person types or pastes: something, or a refusal that says why. */
final class TypedTextFuzzTest {

  @MethodSource("searches")
  @FuzzTest(maxDuration = "30s")
  void queries(byte[] input) {
    try {
      Query query = QueryParser.parse(new String(input, StandardCharsets.UTF_8));
      assertThat(query.terms().size()).isBetween(1, Query.MAX_TERMS);
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @MethodSource("links")
  @FuzzTest(maxDuration = "30s")
  void magnetLinks(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    MagnetLink.rootIn(text)
        .ifPresent(root -> assertThat(text.toLowerCase(Locale.ROOT)).contains(root.toString()));
    try {
      assertThat(MerkleRoot.parse(text)).isEqualTo(MerkleRoot.parse(text.strip()));
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(searches(), this::queries);
    ShortRun.on(links(), this::magnetLinks);
  }

  static List<byte[]> searches() {
    return utf8("holiday pictures", "grüße -draft rep*", "\u0130stanbul \uFB01n*", "- *");
  }

  static List<byte[]> links() {
    String root = "0a".repeat(32);
    return utf8(
        root,
        "magnet:?xt=urn:btmh:1220" + root + "&dn=a.txt&xl=5&x.root=" + root,
        "magnet:?x.root=");
  }

  private static List<byte[]> utf8(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
