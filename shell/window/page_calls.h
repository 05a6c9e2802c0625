// Every call between the panel's module and the page's JavaScript. The functions that the module
// calls are in page_library.js and page_field.js; those that the page may call on the module are
// made there from the exported functions below.
#pragma once

extern "C" {

// Module → page, mostly callbacks given as options of createPanel.
void page_start();                               // everything below may be called from now on
void page_failed(const char* message, const char* next);  // there will be no picture
// onRequest(text): the page's number for the run; 0 if it is none.
int page_request(const char* json);
void page_settings(const char* query);  // onSettings(query)
void page_save(const char* name, const char* mime, const char* text);  // onSave(name, mime, text)
// onPicture(name, pixels): an ImageData; `rgba` holds width * height * 4 bytes, rows from the top
void page_picture(const char* name, int width, int height, const unsigned char* rgba);
void page_open();  // onOpen(): the person wants to choose a file
void page_recording(const char* name);  // onRecording(name)
// onCopy(text); what came of it, or of saving, the page tells by panel_tell.
void page_copy(const char* text);
void page_announce(const char* text);  // onAnnounce(text)
void page_theme(const char* name);  // onTheme(name)
void page_link(const char* url);  // onLink(url); an empty one is the page itself
// Call panel_frame in the next animation frame after that time.
void page_next_frame(double seconds);
void page_font(const unsigned char* bytes, int size);  // that of the panel's fields
// A field is typed into: one of the page's stands over it. In CSS pixels from the canvas's corner;
// of its height so much is hidden.
void page_place_field(double left, double top, double width, double height, double cut_top,
                      double cut_bottom, double em);
void page_begin_typing(const char* name, const char* text);  // once that is in its place
void page_end_typing();

// Page → module, each wrapped as a method of the module object by page_start.
void panel_frame();  // draws, if there is something to draw
void panel_notice(const char* json);  // panel.notice(text)
// panel.readyWithoutEngine(facts, reason): the notice of a page in which no engine runs, with every
// model greyed for that reason
const char* panel_ready_without_engine(const char* system, int cores, double timer_step_s,
                                       int isolated, int delays, const char* reason);
void panel_set_dark(int dark);  // panel.setTheme(dark)
// Coarse pointer, reduced motion, in a frame of another page.
void panel_set_manners(int touch, int still, int framed);
// More contrast; and if colours are forced, those, as 0xRRGGBB
void panel_set_colors(int more, int forced, int canvas, int text, int link);
void panel_open(const char* name, const char* text);  // panel.open(name, text)
void panel_replay(const char* name, const char* text);  // panel.replay(name, text)
// panel.reading(name, share): how far a worker is with a file.
void panel_reading(const char* name, double share);
// panel.piece(name, text): a piece of that file (engine/file_pieces.h).
void panel_piece(const char* name, const char* text);
void panel_show_pieces(const char* name);  // panel.showPieces(name): these were all
void panel_drop_pieces();  // panel.dropPieces(): those of another file come
// panel.refuse(name, reason, next).
void panel_refuse(const char* name, const char* reason, const char* next);
void panel_tell(const char* text);  // panel.tell(text): a line at the foot for a moment
void panel_configure(const char* query);  // panel.configure(query)
int panel_tab_leaves(int backwards);  // Tab now goes on behind (or before) the canvas
void panel_enter(int backwards);  // the keyboard's focus came to the canvas
void panel_edit(const char* text);  // stands in the page's field now
void panel_take_typed(int leave);  // to be taken over; the focus left the field, or only the window
int panel_wheel_moves(double down);  // the wheel has a use where the pointer is
int panel_finger_moves(double down);  // so has a finger that came down and now goes the other way
void panel_let_go();  // the fingers that are down move something else: they press nothing
void panel_settle();  // draws what the events so far lead to, so that the focus is where it belongs
// Whether they are down as the next key comes: they may have been pressed elsewhere.
void panel_hold(int shift, int ctrl, int alt);
void panel_forget_keys();  // that are down: nobody may tell when they go up
void panel_restore();  // the WebGL context came back
const char* panel_frame_times();  // panel.frameTimes(): JSON array of milliseconds
const char*
panel_controls();  // panel.controls(): JSON array of {name, x, y, width, height}, CSS pixels
}
