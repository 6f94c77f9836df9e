/** {@code lag ui}. */
@NullMarked
package org.lagroups.desktop.cli;

import org.jspecify.annotations.NullMarked;
