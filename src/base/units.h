// Px64, the 1/64-pixel length that FreeType and HarfBuzz count in, as a type of its own.
// text, page and screen use it wherever a length is finer than a whole pixel.
// It does no rounding behind the caller's back: px() floors, and the names say so.
#pragma once

#include <compare>
#include <cstdint>

namespace heiban {

struct Px64 {
  int32_t raw = 0; // 1/64 px

  static constexpr Px64 from_px(int px) { return {px * 64}; }
  constexpr int floor_px() const { return raw >> 6; }
  constexpr int round_px() const { return (raw + 32) >> 6; }
  constexpr int ceil_px() const { return (raw + 63) >> 6; }

  constexpr auto operator<=>(const Px64&) const = default;
  constexpr Px64 operator-() const { return {-raw}; }
  constexpr Px64& operator+=(Px64 other) { return raw += other.raw, *this; }
  constexpr Px64& operator-=(Px64 other) { return raw -= other.raw, *this; }
  friend constexpr Px64 operator+(Px64 a, Px64 b) { return {a.raw + b.raw}; }
  friend constexpr Px64 operator-(Px64 a, Px64 b) { return {a.raw - b.raw}; }
  friend constexpr Px64 operator*(Px64 a, int n) { return {a.raw * n}; }
  friend constexpr Px64 operator/(Px64 a, int n) { return {a.raw / n}; }
};

} // namespace heiban
