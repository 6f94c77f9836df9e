package org.lagroups.node.control.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.Done;

class RouteTableTest {

  private static final RouteTable TABLE =
      new RouteTable(
          List.of(
              route("/v1/groups"),
              route("/v1/groups/{group}").withQuery("from", "an ID"),
              ApiRoute.delete("/v1/groups/{group}", "", Done.class, request -> Done.DONE)));

  @Test
  void findsTheRouteWithItsParameters() {
    RouteTable.Match match = find("GET", "/v1/groups/g1%20x?from=a%2Fb");

    assertThat(match.route().path()).isEqualTo("/v1/groups/{group}");
    assertThat(match.path()).containsEntry("group", "g1 x");
    assertThat(match.query()).containsEntry("from", "a/b");
    assertThat(find("DELETE", "/v1/groups/x").route().method()).isEqualTo(ApiRoute.Method.DELETE);
  }

  @Test
  void refusesWhatThereIsNot() {
    assertRefused("GET", "/v1/nothing", 404);
    assertRefused("GET", "/v1/groups/x/y", 404);
    assertRefused("POST", "/v1/groups", 405);
    assertRefused("GET", "/v1/groups?other=1", 400);
  }

  @Test
  void refusesTwoRoutesThatAreTheSame() {
    assertThatThrownBy(() -> new RouteTable(List.of(route("/v1/{a}"), route("/v1/{b}"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ApiRoute route(String path) {
    return ApiRoute.get(path, "", Done.class, request -> Done.DONE);
  }

  private static RouteTable.Match find(String method, String uri) {
    return TABLE.find(method, URI.create(uri));
  }

  private static void assertRefused(String method, String uri, int status) {
    assertThatThrownBy(() -> find(method, uri))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(status));
  }
}
