package org.lagroups.desktop.people;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * A text as a QR code. It is black on white in dark windows too: many readers know it no other way.
 */
final class QrCanvas extends Canvas {

  /** White modules around, as the standard asks for. */
  private static final int MARGIN = 4;

  private static final double LEAST_SIDE = 260;

  private QrCanvas(QrCode code) {
    int modules = code.size + 2 * MARGIN;
    // Whole pixels for each module, or thin lines appear between them.
    double pixels = Math.max(2, Math.ceil(LEAST_SIDE / modules));
    setWidth(modules * pixels);
    setHeight(modules * pixels);
    GraphicsContext paint = getGraphicsContext2D();
    paint.setFill(Color.WHITE);
    paint.fillRect(0, 0, getWidth(), getHeight());
    paint.setFill(Color.BLACK);
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          paint.fillRect((x + MARGIN) * pixels, (y + MARGIN) * pixels, pixels, pixels);
        }
      }
    }
  }

  /** The code, or empty if the text is too long for one. */
  static Optional<QrCanvas> of(String text) {
    try {
      return Optional.of(new QrCanvas(QrCode.encodeText(text, QrCode.Ecc.LOW)));
    } catch (DataTooLongException e) {
      return Optional.empty();
    }
  }
}
