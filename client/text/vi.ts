/** Every Vietnamese word of the pages. */
export const vi = {
  problem: {
    heading: 'Không mở được trang này',
    home: 'Về trang đầu',
    request: 'Mã yêu cầu:',
  },
  home: {
    title: 'Một cửa Hà Tĩnh',
    heading: 'Hệ thống một cửa đang hoạt động',
    intro: 'Nơi nhận, giải quyết và trả kết quả thủ tục hành chính của tỉnh Hà Tĩnh: nộp trực tuyến, tại quầy hoặc qua bưu điện.',
    procedures: 'Thủ tục nộp trực tuyến được',
    others: (count: number) => `Và ${count.toLocaleString('vi-VN')} thủ tục khác, nộp tại bộ phận một cửa hoặc qua bưu chính.`,
    none: 'Chưa có thủ tục nào được công bố.',
    pages: 'Trang nộp hồ sơ của người dân và màn hình làm việc của cán bộ chưa có trong bản này.',
    description: 'Mô tả giao diện lập trình (OpenAPI)',
    demonstration: 'Đây là bản minh họa: cơ quan, người và con dấu trong bản này không có giá trị pháp lý.',
  },
};
