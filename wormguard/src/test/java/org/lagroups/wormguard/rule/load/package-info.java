/** Tests. */
@NullMarked
package org.lagroups.wormguard.rule.load;

import org.jspecify.annotations.NullMarked;
