#include "app/paint_desk.h"

#include <memory>
#include <utility>

namespace heiban {

PaintDesk::PaintDesk(Setup setup) : painter_(std::move(setup)), worker_("paint") {
  reload();
}

void PaintDesk::set_size(int width, int height) {
  worker_.post([this, width, height] { painter_.set_size(width, height); });
}

void PaintDesk::reload() {
  worker_.post([this] { painter_.reload(); });
}

void PaintDesk::leave_out(CrashHistory crashes, bool all) {
  worker_.post([this, crashes = std::move(crashes), all] { painter_.leave_out(crashes, all); });
}

void PaintDesk::order(PaintOrder order) {
  // Shared, since a job must be copyable; there is one owner at a time.
  auto held = std::make_shared<PaintOrder>(std::move(order));
  worker_.post([this, held] {
    Painted painted = painter_.paint(std::move(*held));
    {
      const std::lock_guard lock(mutex_);
      drawn_ = std::move(painted);
    }
    done_.set();
  });
}

void PaintDesk::finish() {
  worker_.finish();
}

std::optional<Painted> PaintDesk::take() {
  const std::lock_guard lock(mutex_);
  if (!drawn_)
    return std::nullopt;
  done_.clear();
  return std::exchange(drawn_, std::nullopt);
}

} // namespace heiban
