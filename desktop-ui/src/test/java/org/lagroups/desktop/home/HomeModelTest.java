package org.lagroups.desktop.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.home.HomeModel.Attention;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.node.control.api.GroupEvents;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.NodeInfo;

class HomeModelTest {

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/node", Samples.node())
          .answer("GET /v1/groups", new GroupList(List.of()));

  @Test
  void tellsWarningsOfTheNodeMadeSafeToShow() {
    NodeInfo node = Samples.node();
    api.answer(
        "GET /v1/node",
        new NodeInfo(
            node.node(), "Alice", List.of(), 1, 1, 0, 0, 0, List.of("the disk\u202e is full\n")));
    try (HomeModel model = new HomeModel(api, new Directory())) {
      api.deliver();
      assertThat(model.attention())
          .containsExactly(new Attention(Attention.Kind.WARNING, "the disk\uFFFD is full\uFFFD"));
    }
  }

  @Test
  void readsAgainWhenAGroupChangesAndHoldsNothingWhenItIsLeft() {
    HomeModel model = new HomeModel(api, new Directory());
    api.pass(Duration.ofSeconds(1));
    long before = api.count("GET /v1/groups");
    api.tell(GroupEvents.JOINED, new GroupList(List.of()));
    api.pass(Duration.ofSeconds(1));
    assertThat(api.count("GET /v1/groups")).isEqualTo(before + 1);
    model.close();
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
  }
}
