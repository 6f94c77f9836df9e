package org.lagroups.scenarios.bench.ui.host;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.lagroups.desktop.people.GraphCanvas;
import org.lagroups.desktop.people.GraphLayout;
import org.lagroups.desktop.people.GraphPicture;
import org.lagroups.desktop.people.GraphPicture.Dot;
import org.lagroups.desktop.people.GraphPicture.Edge;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.process.Orders;

/**
 * Draws the graph of a made-up group as the window does while it looks for its places: an
 * attestation comes or goes before it has found them, so that it never stands still.
 */
public final class GraphHost {

  /** {@code move FRAMES}. */
  public static final String MOVE = "move";

  private static final double WIDTH = 900;
  private static final double HEIGHT = 700;

  /** As many as the window takes with each frame. */
  private static final int STEPS_PER_FRAME = 3;

  private static final int FRAMES_PER_CHANGE = 30;

  private final GraphCanvas canvas = new GraphCanvas();
  private final GraphLayout layout = new GraphLayout();
  private final List<Dot> dots;
  private final List<Edge> edges;
  private GraphPicture picture;

  private GraphHost(int nodes, int attestations) {
    Random random = new Random(1);
    dots = IntStream.range(0, nodes).mapToObj(GraphHost::dot).toList();
    edges = edges(random, nodes, attestations);
    picture = picture(0);
    Stage stage = new Stage();
    stage.setScene(new Scene(new Pane(canvas), WIDTH, HEIGHT));
    canvas.setWidth(WIDTH);
    canvas.setHeight(HEIGHT);
    canvas.ink(Color.BLACK, Font.font(14));
    stage.show();
  }

  /** With the numbers of nodes and of attestations. */
  public static void main(String[] args) throws Exception {
    int nodes = Integer.parseInt(args[0]);
    int attestations = Integer.parseInt(args[1]);
    NoScreen.choose();
    NoScreen.start();
    GraphHost host = NoScreen.ask(() -> new GraphHost(nodes, attestations));
    NoScreen.awaitDrawn();
    Orders.take(order ->
        order[0].equals(MOVE)
            ? Motion.play(Integer.parseInt(order[1]), host::move)
            : Orders.unknown(order));
    System.exit(0);
  }

  private static Dot dot(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) number;
    boolean isOwn = number == 0;
    return new Dot(new NodeId(Bytes.copyOf(id)), "Member " + number, isOwn, number % 2 == 0, 0, 0);
  }

  private static List<Edge> edges(Random random, int nodes, int count) {
    record Pair(int from, int to) {}
    Set<Pair> pairs = new LinkedHashSet<>();
    while (pairs.size() < count) {
      int from = random.nextInt(nodes);
      pairs.add(new Pair(from, (from + 1 + random.nextInt(nodes - 1)) % nodes));
    }
    List<Edge> edges = new ArrayList<>();
    for (Pair pair : pairs) {
      boolean isMutual = pairs.contains(new Pair(pair.to, pair.from));
      edges.add(new Edge(pair.from, pair.to, random.nextDouble(), isMutual));
    }
    return edges;
  }

  /** All but the last attestations, of which one is missing after every other change. */
  private GraphPicture picture(int change) {
    List<Edge> now = edges.subList(0, edges.size() - change % 2);
    return new GraphPicture(dots, now, List.of(), Set.of(), Set.of(), 0);
  }

  private void move(int frame) {
    picture = picture(frame / FRAMES_PER_CHANGE);
    layout.take(picture);
    for (int i = 0; i < STEPS_PER_FRAME; i++) {
      layout.step(picture);
    }
    canvas.show(layout.placed(picture));
    canvas.draw();
  }
}
