package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.node.control.json.Json;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.api.ExportedSignature;

/** Whatever somebody gives as a file of signatures. */
final class ExportFileFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void files(byte[] input) {
    ExportFile.read(input)
        .ifPresent(file -> assertThat(ExportFile.read(Json.writeBytes(file))).hasValue(file));
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::files);
  }

  static List<byte[]> samples() {
    return List.of(
        Json.writeBytes(new ExportFile(List.of(new ExportedSignature("0a", "0b", "0c", "0d")))));
  }
}
