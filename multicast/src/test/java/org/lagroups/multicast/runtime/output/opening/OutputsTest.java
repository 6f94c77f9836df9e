package org.lagroups.multicast.runtime.output.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.StreamOutput;
import org.lagroups.multicast.runtime.testing.Heard;
import org.lagroups.multicast.runtime.testing.TestLoop;
import org.lagroups.multicast.runtime.testing.TsBytes;
import org.lagroups.multicast.stream.StreamMode;

@Timeout(60)
class OutputsTest {

  @TempDir private Path folder;
  private final TestLoop loop = new TestLoop();
  private final Heard<OutputEvent> heard = new Heard<>();
  private final ByteArrayOutputStream standard = new ByteArrayOutputStream();

  @AfterEach
  void end() {
    loop.close();
  }

  @Test
  void opensWhatAnAddressNames() throws Exception {
    Path file = folder.resolve("live.ts");
    for (String text :
        new String[] {file.toString(), "-", "udp://127.0.0.1:9", "http://127.0.0.1:0/"}) {
      Outputs.Opening opening = open(text, StreamMode.LIVE);
      assertThat(opening).as(text).isInstanceOf(Outputs.Opening.Ready.class);
      StreamOutput output = ((Outputs.Opening.Ready) opening).output();
      assertThat(loop.call(() -> output.write(TsBytes.packets(0, 7)))).isTrue();
      loop.execute(output::end);
      heard.next(OutputEvent.Finished.class);
    }
    assertThat(file).hasBinaryContent(TsBytes.packets(0, 7).toArray());
    assertThat(standard.toByteArray()).isEqualTo(TsBytes.packets(0, 7).toArray());
  }

  @Test
  void saysWherePlayersFindIt() throws Exception {
    Outputs.Opening.Ready ready =
        (Outputs.Opening.Ready) open("http://127.0.0.1:0/a.ts", StreamMode.LIVE);
    assertThat(ready.address().toString()).matches("http://127.0.0.1:[1-9][0-9]*/a.ts");
    StreamProblem taken = refusal(ready.address().toString(), StreamMode.LIVE);
    assertThat(taken.message()).contains("is taken by another program");
    assertThat(taken.hint()).contains("choose another port");
    ready.output().close();
  }

  @Test
  void saysWhyAFileCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("precious"), "precious");
    assertThat(refusal(file.toString(), StreamMode.LIVE).message()).contains("is there already");
    assertThat(file).hasContent("precious");
    assertThat(refusal(folder.resolve("none/a.ts").toString(), StreamMode.LIVE).message())
        .contains("there is no folder");
  }

  @Test
  void sendsNoFileByUdp() {
    StreamProblem problem = refusal("udp://127.0.0.1:9", StreamMode.FILE);
    assertThat(problem.message()).contains("a file comes faster than it plays");
    assertThat(problem.hint()).contains("http://127.0.0.1:PORT/");
  }

  @Test
  void saysWhyNothingCanBeSent() {
    assertThat(refusal("udp://239.1.1.1:9?interface=nosuch0", StreamMode.LIVE).message())
        .contains("cannot send to udp://239.1.1.1:9", "no network interface nosuch0");
  }

  private Outputs.Opening open(String text, StreamMode mode) {
    return new Outputs(loop, standard).open(OutputAddress.parse(text), mode, heard);
  }

  private StreamProblem refusal(String text, StreamMode mode) {
    Outputs.Opening opening = open(text, mode);
    assertThat(opening).isInstanceOf(Outputs.Opening.Refused.class);
    return ((Outputs.Opening.Refused) opening).problem();
  }
}
