//! The channels that customers meet in each stage, read from the touchpoints.

use model::AnyChannel;

use crate::icons::channel_icon;
use crate::layout::Ground;
use crate::lines::{SMALL, shortened};
use crate::page::Page;
use crate::shapes::written;
use crate::{Primitive, Rect, SceneItem};

use super::{EMPTY, PADDING};

/// From one channel to the next below it.
const ROW: f64 = 24.0;

/// Adds the channels to their lane's item; gives where they end.
pub(super) fn add(page: &Page, top: f64, item: &mut SceneItem) -> f64 {
    let mut height = EMPTY;
    for (position, ground) in page.layout.grounds().iter().enumerate() {
        let channels = channels(page, ground);
        height = height.max(channels.len() as f64 * ROW + PADDING);
        for (index, channel) in channels.iter().enumerate() {
            let rect = Rect::new(
                ground.rect.x + PADDING,
                top + index as f64 * ROW,
                ground.rect.width - 2.0 * PADDING,
                ROW,
            );
            paint(page, channel, position, rect, &mut item.primitives);
        }
        if !channels.is_empty() {
            let names: Vec<_> = channels.iter().map(|channel| page.terms.channel(channel)).collect();
            for part in [" ", page.stage_title(position), ": ", &names.join(", "), "."] {
                item.label.push_str(part);
            }
        }
    }
    item.bounds.height += height;
    top + height
}

/// The channels of a stage's touchpoints, each once, in the order of their kinds, then those of one's own.
fn channels<'a>(page: &Page<'a>, ground: &Ground) -> Vec<&'a AnyChannel> {
    let of = page.journey.touchpoints_of(ground.stage);
    let mut channels: Vec<_> = of.filter_map(|touchpoint| touchpoint.channel.as_ref()).collect();
    channels.sort_unstable();
    channels.dedup();
    channels
}

fn paint(page: &Page, channel: &AnyChannel, stage: usize, rect: Rect, primitives: &mut Vec<Primitive>) {
    primitives.push(Primitive::Icon {
        x: rect.x,
        y: rect.y + 4.0,
        size: 16.0,
        d: channel_icon(channel).to_owned(),
        colour: page.stage_colours(stage).tone.clone(),
    });
    let place = Rect { x: rect.x + 24.0, width: rect.width - 24.0, ..rect };
    let name = shortened(page.terms.channel(channel), SMALL, place.width);
    primitives.extend(written(place, rect.y + 16.5, &name, SMALL, &page.palette.ink));
}
