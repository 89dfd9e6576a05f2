import {createRequire} from 'module';const require=createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode2(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap;
    exports.isNode = isNode2;
    exports.isPair = isPair;
    exports.isScalar = isScalar;
    exports.isSeq = isSeq;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line3, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line3.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version2] = parts;
            if (version2 === "1.1" || version2 === "1.2") {
              this.yaml.version = version2;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version2);
              onError(6, `Unsupported YAML version ${version2}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx2) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx2));
      if (value && typeof value.toJSON === "function") {
        if (!ctx2 || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx2);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx2.anchors.set(value, data);
        ctx2.onCreate = (res2) => {
          data.res = res2;
          delete ctx2.onCreate;
        };
        const res = value.toJSON(arg, ctx2);
        if (ctx2.onCreate)
          ctx2.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx2?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx2 = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx2);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx2.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx2) {
        if (ctx2?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx2?.aliasResolveCache) {
          nodes = ctx2.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx2)
            ctx2.aliasResolveCache = nodes;
        }
        let found2 = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found2 = node;
        }
        if (found2 && ctx2) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx2;
          let data = anchors2.get(found2);
          if (!data) {
            toJS.toJS(found2, null, ctx2);
            data = anchors2.get(found2);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found2, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found2;
      }
      toJSON(_arg, ctx2) {
        if (!ctx2)
          return { source: this.source };
        const source = this.resolve(ctx2.doc, ctx2);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx2.anchors.get(source).res;
      }
      toString(ctx2, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx2) {
          anchors.anchorIsValid(this.source);
          if (ctx2.options.verifyAliasOrder && !ctx2.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx2.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count2 = 0;
        for (const item2 of node.items) {
          const c = getAliasCount(doc, item2, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx2) {
        return ctx2?.keep ? this.value : toJS.toJS(this.value, arg, ctx2);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx2) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx2.schema[identity.MAP].createNode?.(ctx2.schema, null, ctx2);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx2;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx2.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx2.schema, value, ctx2) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx2.schema, value, ctx2) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text2.length <= endStep)
        return text2;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text2, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text2[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text2[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text2, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text2[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text2[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text2;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text2;
      if (onFold)
        onFold();
      let res = text2.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text2.length;
        if (fold === 0)
          res = `
${indent}${text2.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text2[fold]}\\`;
          res += `
${indent}${text2.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text2, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text2[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text2[++i];
        } else {
          do {
            ch = text2[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text2[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx2, isBlock) => ({
      indentAtStart: isBlock ? ctx2.indent.length : ctx2.indentAtStart,
      lineWidth: ctx2.options.lineWidth,
      minContentWidth: ctx2.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx2) {
      const json2 = JSON.stringify(value);
      if (ctx2.options.doubleQuotedAsJSON)
        return json2;
      const { implicitKey } = ctx2;
      const minMultiLineLength = ctx2.options.doubleQuotedMinMultiLineLength;
      const indent = ctx2.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json2[i]; ch; ch = json2[++i]) {
        if (ch === " " && json2[i + 1] === "\\" && json2[i + 2] === "n") {
          str += json2.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json2[i + 1]) {
            case "u":
              {
                str += json2.slice(start, i);
                const code = json2.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json2.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json2[i + 2] === '"' || json2.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json2.slice(start, i) + "\n\n";
                while (json2[i + 2] === "\\" && json2[i + 3] === "n" && json2[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json2[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json2.slice(start) : json2;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx2, false));
    }
    function singleQuotedString(value, ctx2) {
      if (ctx2.options.singleQuote === false || ctx2.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx2);
      const indent = ctx2.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx2.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx2, false));
    }
    function quotedString(value, ctx2) {
      const { singleQuote } = ctx2.options;
      let qs2;
      if (singleQuote === false)
        qs2 = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs2 = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs2 = doubleQuotedString;
        else
          qs2 = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs2(value, ctx2);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx2, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx2.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx2);
      }
      const indent = ctx2.indent || (ctx2.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal2) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx2, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    function plainString(item2, ctx2, onComment, onChompKeep) {
      const { type, value } = item2;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx2;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx2);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx2) : blockString(item2, ctx2, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item2, ctx2, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx2.forceBlockIndent = true;
          return blockString(item2, ctx2, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx2);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx2.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx2);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx2, false));
    }
    function stringifyString(item2, ctx2, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx2;
      const ss = typeof item2.value === "string" ? item2 : Object.assign({}, item2, { value: String(item2.value) });
      let { type } = item2;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify2 = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx2) : blockString(ss, ctx2, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx2);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx2);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx2, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify2(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx2.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify2(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item2) {
      if (item2.tag) {
        const match = tags.filter((t) => t.tag === item2.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item2.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item2)) {
        obj = item2.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item2.format) ?? match.find((t) => !t.format);
      } else {
        obj = item2;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item2, ctx2, onComment, onChompKeep) {
      if (identity.isPair(item2))
        return item2.toString(ctx2, onComment, onChompKeep);
      if (identity.isAlias(item2)) {
        if (ctx2.doc.directives)
          return item2.toString(ctx2);
        if (ctx2.resolvedAliases?.has(item2)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx2.resolvedAliases)
            ctx2.resolvedAliases.add(item2);
          else
            ctx2.resolvedAliases = /* @__PURE__ */ new Set([item2]);
          item2 = item2.resolve(ctx2.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item2) ? item2 : ctx2.doc.createNode(item2, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx2.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx2);
      if (props.length > 0)
        ctx2.indentAtStart = (ctx2.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx2, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx2, onComment, onChompKeep) : node.toString(ctx2, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx2.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx2, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx2;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx2.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx2 = Object.assign({}, ctx2, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx2, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx2.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx2.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx2.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx2.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx2.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx2.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx2.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx2.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx2.indent = ctx2.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx2, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx2.indent)}`;
        }
        if (valueStr === "" && !ctx2.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx2.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx2.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx2.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx2.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx2.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn2(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn2;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx2, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx2?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx2, map, value) {
      const source = resolveAliasValue(ctx2, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx2, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx2, map, it);
      else
        mergeValue(ctx2, map, source);
    }
    function mergeValue(ctx2, map, value) {
      const source = resolveAliasValue(ctx2, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx2, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx2, value) {
      return ctx2 && identity.isAlias(value) ? value.resolve(ctx2.doc, ctx2) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx2, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx2, map, value);
      else if (merge.isMergeKey(ctx2, key))
        merge.addMergeToJSMap(ctx2, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx2);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx2));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx2);
          const jsValue = toJS.toJS(value, stringKey, ctx2);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx2) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx2?.doc) {
        const strCtx = stringify.createStringifyContext(ctx2.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx2.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx2.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx2.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx2.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx2) {
      const k = createNode.createNode(key, void 0, ctx2);
      const v = createNode.createNode(value, void 0, ctx2);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx2) {
        const pair = ctx2?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx2, pair, this);
      }
      toString(ctx2, onComment, onChompKeep) {
        return ctx2?.doc ? stringifyPair.stringifyPair(this, ctx2, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx2, options) {
      const flow = ctx2.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx2, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx2, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx2;
      const itemCtx = Object.assign({}, ctx2, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item2 = items[i];
        let comment2 = null;
        if (identity.isNode(item2)) {
          if (!chompKeep && item2.spaceBefore)
            lines.push("");
          addCommentBefore(ctx2, lines, item2.commentBefore, chompKeep);
          if (item2.comment)
            comment2 = item2.comment;
        } else if (identity.isPair(item2)) {
          const ik = identity.isNode(item2.key) ? item2.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx2, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item2, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line3 = lines[i];
          str += line3 ? `
${indent}${line3}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx2, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx2;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx2, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item2 = items[i];
        let comment = null;
        if (identity.isNode(item2)) {
          if (item2.spaceBefore)
            lines.push("");
          addCommentBefore(ctx2, lines, item2.commentBefore, false);
          if (item2.comment)
            comment = item2.comment;
        } else if (identity.isPair(item2)) {
          const ik = identity.isNode(item2.key) ? item2.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx2, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item2.value) ? item2.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item2.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item2, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx2.options.trailingComma) {
          if (ctx2.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line3) => sum + line3.length + 2, 2) + (str.length + 2) > ctx2.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line3) => sum + line3.length + 2, 2);
          reqNewline = ctx2.options.lineWidth > 0 && len > ctx2.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line3 of lines)
            str += line3 ? `
${indentStep}${indent}${line3}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx2) {
        const { keepUndefined, replacer } = ctx2;
        const map = new this(schema);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx2));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item2) => sortEntries(_pair, item2) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx2, Type) {
        const map = Type ? new Type() : ctx2?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx2?.onCreate)
          ctx2.onCreate(map);
        for (const item2 of this.items)
          addPairToJSMap.addPairToJSMap(ctx2, map, item2);
        return map;
      }
      toString(ctx2, onComment, onChompKeep) {
        if (!ctx2)
          return JSON.stringify(this);
        for (const item2 of this.items) {
          if (!identity.isPair(item2))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item2)} instead`);
        }
        if (!ctx2.allNullValues && this.hasAllNullValues(false))
          ctx2 = Object.assign({}, ctx2, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx2, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx2.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx2) => YAMLMap.YAMLMap.from(schema, obj, ctx2)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx2) {
        const seq = [];
        if (ctx2?.onCreate)
          ctx2.onCreate(seq);
        let i = 0;
        for (const item2 of this.items)
          seq.push(toJS.toJS(item2, String(i++), ctx2));
        return seq;
      }
      toString(ctx2, onComment, onChompKeep) {
        if (!ctx2)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx2, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx2.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx2) {
        const { replacer } = ctx2;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx2));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx2) => YAMLSeq.YAMLSeq.from(schema, obj, ctx2)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string2 = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item2, ctx2, onComment, onChompKeep) {
        ctx2 = Object.assign({ actualString: true }, ctx2);
        return stringifyString.stringifyString(item2, ctx2, onComment, onChompKeep);
      }
    };
    exports.string = string2;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx2) => typeof source === "string" && nullTag.test.test(source) ? source : ctx2.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx2) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx2.options.trueStr : ctx2.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx2, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx2.options.lineWidth - ctx2.indent.length, ctx2.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx2, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item2 = seq.items[i];
          if (identity.isPair(item2))
            continue;
          else if (identity.isMap(item2)) {
            if (item2.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item2.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item2.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item2.commentBefore}
${pair.key.commentBefore}` : item2.commentBefore;
            if (item2.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item2.comment}
${cn.comment}` : item2.comment;
            }
            item2 = pair;
          }
          seq.items[i] = identity.isPair(item2) ? item2 : new Pair.Pair(item2);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx2) {
      const { replacer } = ctx2;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx2));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx2) {
        if (!ctx2)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx2?.onCreate)
          ctx2.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx2);
            value = toJS.toJS(pair.value, key, ctx2);
          } else {
            key = toJS.toJS(pair, "", ctx2);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx2) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx2);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx2) => YAMLOMap.from(schema, iterable, ctx2)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx2) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx2.options.trueStr : ctx2.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx2) {
        return super.toJSON(_, ctx2, Set);
      }
      toString(ctx2, onComment, onChompKeep) {
        if (!ctx2)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx2, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx2) {
        const { replacer } = ctx2;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx2));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx2) => YAMLSet.from(schema, iterable, ctx2),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp2 = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp2.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day2, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date2 = Date.UTC(year, month - 1, day2, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date2 -= 6e4 * d;
        }
        return new Date(date2);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp2;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp2 = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp2.intTime,
      timestamp2.floatTime,
      timestamp2.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp2 = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string2.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp2.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp2.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp2.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp2.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string2 = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema2 = class _Schema {
      constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string2.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema2;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx2 = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx2.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx2.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx2, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx2));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema2 = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version: version2 } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version2 = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version: version2 });
        this.setSchema(version2, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx2 = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx2);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version2, options = {}) {
        if (typeof version2 === "number")
          version2 = String(version2);
        let opt;
        switch (version2) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version2;
            else
              this.directives = new directives.Directives({ version: version2 });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version2);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema2.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json: json2, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx2 = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json2,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx2);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx2.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line: line3, col } = error.linePos[0];
      error.message += ` at line ${line3}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line3 - 1], lc.lineStarts[line3]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line3 > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line3 - 2], lc.lineStarts[line3 - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error.linePos[1];
        if (end?.line === line3 && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found2 = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found2 || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found2)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found2 = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found: found2,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx2, items, search2) {
      const { uniqueKeys } = ctx2.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search2));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx2, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx2.schema);
      if (ctx2.atRoot)
        ctx2.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx2.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx2, key, keyProps, onError) : composeEmptyNode(ctx2, keyStart, start, null, keyProps, onError);
        if (ctx2.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx2.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx2, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx2.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx2, value, valueProps, onError) : composeEmptyNode(ctx2, offset, sep, null, valueProps, onError);
          if (ctx2.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx2.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx2.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx2, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx2.schema);
      if (ctx2.atRoot)
        ctx2.atRoot = false;
      if (ctx2.atKey)
        ctx2.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx2, value, props, onError) : composeEmptyNode(ctx2, props.end, start, null, props, onError);
        if (ctx2.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep + cb;
              sep = "";
              break;
            }
            case "newline":
              if (comment)
                sep += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx2, fc, onError, tag) {
      const isMap = fc.start.source === "{";
      const fcName = isMap ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx2.schema);
      coll.flow = true;
      const atRoot = ctx2.atRoot;
      if (atRoot)
        ctx2.atRoot = false;
      if (ctx2.atKey)
        ctx2.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap && ctx2.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap && !sep && !props.found) {
          const valueNode = value ? composeNode(ctx2, value, props, onError) : composeEmptyNode(ctx2, props.end, sep, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx2.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx2, key, props, onError) : composeEmptyNode(ctx2, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx2.atKey = false;
          const valueProps = resolveProps.resolveProps(sep ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap && !props.found && ctx2.options.strict) {
              if (sep)
                for (const st of sep) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx2, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx2, valueProps.end, sep, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx2.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx2, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx2.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx2.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx2, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx2, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx2, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx2, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx2, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx2.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx2, token, onError, tagName);
      }
      let tag = ctx2.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx2.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx2.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx2, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx2, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx2.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx2, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx2.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx2.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep === " ")
            sep = "\n";
          else if (!prevMoreIndented && sep === "\n")
            sep = "\n\n";
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep === "\n")
            value += "\n";
          else
            sep = "\n";
        } else {
          value += sep + content;
          sep = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length2 = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length2 += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length2 += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length2 += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length2 += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length: length2 };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line3 = /(.*?)\r?\n/sy;
      let match = line3.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep = " ";
      let pos = line3.lastIndex;
      while (match = line3.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep === "\n")
            res += sep;
          else
            sep = "\n";
        } else {
          res += sep + lm;
          sep = " ";
        }
        pos = line3.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length2 = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length2, onError);
            i += length2;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length2, onError) {
      const cc = source.substr(offset, length2);
      const ok2 = cc.length === length2 && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok2 ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length2 + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx2, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx2, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx2.options.strict, onError);
      const tagName = tagToken ? ctx2.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx2.options.stringKeys && ctx2.atKey) {
        tag = ctx2.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx2.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx2, value, token, onError);
      else
        tag = ctx2.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx2.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx2, token, props, onError) {
      const atKey = ctx2.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx2, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx2, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx2, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx2, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx2.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx2.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx2, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx2, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx2 = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx2, value, props, onError) : composeNode.composeEmptyNode(ctx2, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head2 = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head2 }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head2 = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head2;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head2 }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item2 of token.items)
            res += stringifyItem(item2);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item2 of token.items)
            res += stringifyItem(item2);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep)
        for (const st of sep)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path) => {
      let item2 = cst;
      for (const [field, index2] of path) {
        const tok = item2?.[field];
        if (tok && "items" in tok) {
          item2 = tok.items[index2];
        } else
          return void 0;
      }
      return item2;
    };
    visit.parentCollection = (cst, path) => {
      const parent = visit.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item2, visitor) {
      let ctrl = visitor(item2, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item2[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item2, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item2, path) : ctrl;
    }
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line3 = this.getLine();
        if (line3 === null)
          return this.setNext("stream");
        if (line3[0] === cst.BOM) {
          yield* this.pushCount(1);
          line3 = line3.substring(1);
        }
        if (line3[0] === "%") {
          let dirEnd = line3.length;
          let cs = line3.indexOf("#");
          while (cs !== -1) {
            const ch = line3[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line3.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line3[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line3.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line3.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line3 = this.getLine();
        if (line3 === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line3[n]) {
          case "#":
            yield* this.pushCount(line3.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line3.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line3 = this.getLine();
        if (line3 === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line3[0] !== "#" || indent === 0 && (line3.startsWith("---") || line3.startsWith("...")) && isEmpty(line3[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line3[0] === "]" || line3[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line3[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line3[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line3.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep;
          if (scalar.end) {
            sep = scalar.end;
            sep.push(this.sourceToken);
            delete scalar.end;
          } else
            sep = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema2 = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema2.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// src/lib/identity/domain/permissions.ts
var PERMISSIONS = {
  "identity.signIn": { everyone: "all" },
  "identity.changeOwnPassword": { "signed-in": "own" },
  "identity.readOwnSessions": { "signed-in": "own" },
  "identity.endOwnSession": { "signed-in": "own" },
  "law.readLaws": { everyone: "all" },
  "law.readChanges": { "legal-reviewer": "all", trainer: "all" },
  "law.decideChange": { "legal-reviewer": "all" },
  "law.importTexts": { administrator: "all", "legal-reviewer": "all" },
  "cases.readCases": { everyone: "all" },
  "cases.answerCheckpoint": { officer: "own", trainer: "own", "legal-reviewer": "own", judge: "own" },
  "discretion.readProvisions": { everyone: "all" },
  // It computes over public rules and stores nothing.
  "discretion.calculate": { everyone: "all" },
  "drills.practise": { officer: "own" },
  "drills.readOwnRecord": { officer: "own" },
  "ranking.readBoard": { "signed-in": "all" },
  // Everybody may recompute a colleague's figures; which questions were asked stays between the officer and those who train or audit.
  "ranking.readEntries": { "signed-in": "all" },
  "ranking.readSubjects": { officer: "own", trainer: "unit", supervisor: "unit", auditor: "unit" },
  "search.find": { everyone: "all" },
  "search.findPeople": { "signed-in": "all" }
};
function mayRun(actor, useCase, subject = {}) {
  const row = PERMISSIONS[useCase];
  if (row.everyone) return true;
  if (!actor) return false;
  const isNobodys = subject.personId === void 0 && subject.unitPath === void 0;
  const isOwn = isNobodys || subject.personId === actor.personId;
  if (row["signed-in"] && (row["signed-in"] === "all" || isOwn)) return true;
  return actor.grants.some(({ role, unitPath }) => {
    const scope = row[role];
    if (scope === "all") return true;
    if (scope === "own") return isOwn;
    return scope === "unit" && (subject.unitPath?.startsWith(unitPath) ?? subject.personId === actor.personId);
  });
}

// src/lib/identity/server/use-cases/authorise.server.ts
var NotAllowed = class extends Error {
  constructor(useCase, isSignedIn) {
    super(`not allowed: ${useCase}`);
    this.useCase = useCase;
    this.isSignedIn = isSignedIn;
  }
  useCase;
  isSignedIn;
};
function authorise(ctx2, useCase, subject = {}) {
  if (!mayRun(ctx2.actor, useCase, subject)) throw new NotAllowed(useCase, ctx2.actor !== null);
}

// src/lib/shared/time.ts
var HOUR = 36e5;
var DAY = 24 * HOUR;
var SHANGHAI = 8 * HOUR;
function dayOf(instant) {
  return new Date(instant.getTime() + SHANGHAI).toISOString().slice(0, 10);
}
function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
function isDay(text2) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text2)) return false;
  const millis = Date.parse(`${text2}T00:00:00Z`);
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text2);
}
function formatDay(day2) {
  const [year, month, date2] = day2.split("-").map(Number);
  return `${year}\u5E74${month}\u6708${date2}\u65E5`;
}

// src/lib/discretion/domain/calculator-limit.ts
function limitOn({ valid: { from, to } }, day2) {
  if (to !== null && to < day2) return `\u53EA\u9002\u7528\u4E8E${formatDay(to)}\u4EE5\u524D\u7EC8\u4E86\u7684\u884C\u4E3A`;
  return day2 < from ? `\u53EA\u9002\u7528\u4E8E${formatDay(from)}\u4EE5\u540E\u7684\u884C\u4E3A` : null;
}

// src/lib/discretion/domain/subjects.ts
var SUBJECTS = {
  \u5355\u4F4D: "unit",
  \u673A\u6784: "unit",
  \u65BD\u5DE5\u5355\u4F4D: "unit",
  \u4E3B\u8981\u8D1F\u8D23\u4EBA: "person",
  \u5176\u4ED6\u8D1F\u8D23\u4EBA: "person",
  \u5B89\u5168\u751F\u4EA7\u7BA1\u7406\u4EBA\u5458: "person",
  \u76F4\u63A5\u8D23\u4EFB\u4EBA\u5458: "person",
  \u4E2A\u4EBA\u7ECF\u8425\u7684\u6295\u8D44\u4EBA: "person",
  \u4ECE\u4E1A\u4EBA\u5458: "person",
  \u4E2A\u4EBA: "person",
  \u96F6\u552E\u7ECF\u8425\u8005: "person"
};
var isSubject = (word) => Object.hasOwn(SUBJECTS, word);
function subjectsIn(phrase2) {
  const words2 = phrase2.split(/[/或及]/);
  return words2.every(isSubject) ? words2 : null;
}
function kindOf(party, given) {
  return given ?? SUBJECTS[party];
}
function meets(phrase2, party) {
  const subjects = subjectsIn(phrase2) ?? [];
  return subjects.includes(party) || party === "\u5355\u4F4D" && subjects.some((one) => SUBJECTS[one] === "unit");
}
function isSanctioned(target, party) {
  const isTrader = party === "\u4E2A\u4EBA" || party === "\u96F6\u552E\u7ECF\u8425\u8005";
  return meets(target, party) || target === "\u5355\u4F4D" && isTrader || target === "\u4E2A\u4EBA" && SUBJECTS[party] === "person";
}

// src/lib/discretion/domain/calculator-parties.ts
var SUBJECT_CODES = {
  \u5355\u4F4D: "u",
  \u673A\u6784: "o",
  \u65BD\u5DE5\u5355\u4F4D: "b",
  \u4E3B\u8981\u8D1F\u8D23\u4EBA: "p",
  \u5176\u4ED6\u8D1F\u8D23\u4EBA: "l",
  \u5B89\u5168\u751F\u4EA7\u7BA1\u7406\u4EBA\u5458: "s",
  \u76F4\u63A5\u8D23\u4EFB\u4EBA\u5458: "d",
  \u4E2A\u4EBA\u7ECF\u8425\u7684\u6295\u8D44\u4EBA: "i",
  \u4ECE\u4E1A\u4EBA\u5458: "w",
  \u4E2A\u4EBA: "n",
  \u96F6\u552E\u7ECF\u8425\u8005: "r"
};
var MOST_OF_A_KIND = 3;
var stageOf = (stage2) => stage2 === "daily" ? "refused" : stage2;
function subjectsAt(rules, stage2) {
  if (stage2 === "daily") return ["\u5355\u4F4D"];
  const targets = rules.flatMap((rule) => rule.stages[stage2]?.sanctions ?? []).filter(({ mandatory }) => mandatory);
  return [
    .../* @__PURE__ */ new Set([
      ...rules.flatMap(({ subjects }) => subjects),
      ...targets.flatMap(({ target }) => subjectsIn(target) ?? [])
    ])
  ];
}
function partyChoices(rules, stage2, chosen) {
  return subjectsAt(rules, stage2).flatMap((subject) => {
    const code = SUBJECT_CODES[subject];
    const note = noteOn(rules, stage2, subject);
    const numbers = SUBJECTS[subject] === "person" ? numbersOf(code, chosen) : [1];
    return numbers.map((number2) => ({ code: codeOf(code, number2), subject, number: number2, note }));
  });
}
var codeOf = (code, number2) => number2 === 1 ? code : `${code}${number2}`;
var NUMBERS = Array.from({ length: MOST_OF_A_KIND }, (_, index2) => index2 + 1);
function numbersOf(code, chosen) {
  const isChosen = (number2) => chosen.includes(codeOf(code, number2));
  const free = NUMBERS.some(isChosen) ? NUMBERS.find((number2) => !isChosen(number2)) : void 0;
  return NUMBERS.filter((number2) => number2 === 1 || number2 === free || isChosen(number2));
}
function isPartyCode(rules, stage2, code) {
  return partyChoices(rules, stage2, [code]).some((choice) => choice.code === code);
}
function noteOn(rules, stage2, subject) {
  if (stage2 === "daily") return "\u7F5A\u6B3E";
  const stages = rules.flatMap((rule) => rule.stages[stage2] ?? []);
  if (stages.some(({ fines }) => fines.some((fine2) => meets(fine2.subject, subject)))) return "\u7F5A\u6B3E";
  const isSanctioned2 = stages.some(
    ({ sanctions }) => sanctions.some(({ mandatory, target }) => mandatory && meets(target, subject))
  );
  return isSanctioned2 ? "\u6CA1\u6709\u7F5A\u6B3E\uFF0C\u6709\u5176\u4ED6\u5904\u7F5A" : "\u8FD9\u4E00\u9636\u6BB5\u4E0D\u5904\u7F5A";
}
function usualParties(rules, stage2) {
  if (stage2 === "daily") return [SUBJECT_CODES.\u5355\u4F4D];
  const named = new Set(rules.flatMap(({ subjects }) => subjects));
  const stages = rules.flatMap((rule) => rule.stages[stage2] ?? []);
  const phrases = stages.flatMap(({ fines, sanctions }) => [
    ...fines.map(({ subject }) => subject),
    ...sanctions.filter(({ mandatory }) => mandatory).map(({ target }) => target)
  ]);
  const first = phrases.flatMap((phrase2) => phrase2.split("\u53CA").map((part) => part.split(/[/或]/)[0]));
  const usual = [...new Set(first)].filter((subject) => named.has(subject)).map((subject) => SUBJECT_CODES[subject]);
  return usual.length > 0 ? usual : [...named].slice(0, 1).map((subject) => SUBJECT_CODES[subject]);
}

// src/lib/shared/money.ts
var FEN_PER_YUAN = 100;
var YUAN_PER_WAN = 1e4;
function fenOf(yuan2) {
  const fen = Math.round(yuan2 * FEN_PER_YUAN);
  if (!Number.isSafeInteger(fen) || Math.abs(yuan2 * FEN_PER_YUAN - fen) > 1e-6) {
    throw new RangeError(`no amount of money: ${yuan2}`);
  }
  return fen;
}
function yuanOf(fen) {
  return fen / FEN_PER_YUAN;
}
function formatMoney(fen) {
  const yuan2 = yuanOf(fen);
  const wan = yuan2 / YUAN_PER_WAN;
  if (wan >= 1 && fen % (FEN_PER_YUAN * 100) === 0) return `${grouped(wan)}\u4E07\u5143`;
  return `${formatYuan(fen)}\u5143`;
}
function formatYuan(fen) {
  const yuan2 = Math.trunc(fen / FEN_PER_YUAN);
  const rest = Math.abs(fen % FEN_PER_YUAN);
  return grouped(yuan2) + (rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`);
}
var grouped = (value) => {
  const [whole2, fraction2] = String(value).split(".");
  const head2 = whole2.length < 4 ? whole2 : whole2.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction2 === void 0 ? head2 : `${head2}.${fraction2}`;
};
var AMOUNT = /^(?:¥|人民币)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,4}))?(万)?(?:元(?:整|正)?)?$/;
function parseMoney(text2) {
  const plain = text2.normalize("NFKC").replace(/\s/g, "");
  const match = AMOUNT.exec(plain);
  if (!match) return null;
  const [, whole2, fraction2 = "", wan] = match;
  const places = wan ? 6 : 2;
  const digits = fraction2.padEnd(places, "0");
  if (/[1-9]/.test(digits.slice(places))) return null;
  const fen = Number(whole2.replaceAll(",", "") + digits.slice(0, places));
  return Number.isSafeInteger(fen) ? fen : null;
}

// src/lib/shared/result.ts
function ok(value) {
  return { ok: true, value };
}
function refuse(code, message, field) {
  return { ok: false, refusal: field === void 0 ? { code, message } : { code, message, field } };
}

// src/lib/discretion/domain/statutory-range.ts
function fineFor(rule, stage2, { violation, party }) {
  const income = violation.facts.illegalIncome ?? 0;
  const applies = ({ when }) => (when?.illegalIncomeFrom === void 0 || income >= when.illegalIncomeFrom) && (when?.illegalIncomeBelow === void 0 || income < when.illegalIncomeBelow) && when?.gravity !== "especially-grave";
  return rule.stages[stage2]?.fines.find((fine2) => meets(fine2.subject, party.party) && applies(fine2)) ?? null;
}
function statutoryRange({ rule, stage: stage2, fine: fine2 }, facts) {
  const local = facts.book.jurisdiction.ranges.find(
    (one) => one.provision === rule.id && one.stage === stage2 && one.subject === fine2.subject
  );
  if (local) {
    const text2 = `${between(local.min, local.max)}\uFF08${local.basis}\uFF09`;
    return ok({ ...{ min: local.min, max: local.max, isFixed: false, fine: fine2, text: text2 }, replacedBy: local.basis });
  }
  return ownRange(fine2, rule, facts);
}
var between = (min, max) => min === max ? formatMoney(min) : `${formatMoney(min)}\u4EE5\u4E0A${formatMoney(max)}\u4EE5\u4E0B`;
var lacking = (field, what) => refuse("facts-missing", `\u7F3A\u5C11${what}\uFF0C\u4E0D\u80FD\u6362\u7B97\u6CD5\u5B9A\u5E45\u5EA6\u3002`, field);
function ownRange(fine2, rule, { violation, party, book }) {
  const range = (min, max, how = "") => ok(toStatutory(fine2, { min, max }, how));
  const { illegalIncome = 0, accidentLevel } = violation.facts;
  const { annualIncome } = party.facts;
  switch (fine2.kind) {
    case "range":
    case "up_to":
      return range(fine2.min, fine2.max);
    case "multiple_illegal_income":
      return range(
        illegalIncome * fine2.min,
        illegalIncome * fine2.max,
        `\u8FDD\u6CD5\u6240\u5F97${formatMoney(illegalIncome)}\u7684${fine2.min}\u81F3${fine2.max}\u500D`
      );
    case "pct_annual_income":
      if (annualIncome === void 0) return lacking("annualIncome", "\u4E0A\u4E00\u5E74\u5E74\u6536\u5165");
      return range(
        percentOf(annualIncome, fine2.min),
        percentOf(annualIncome, fine2.max),
        `\u5E74\u6536\u5165${formatMoney(annualIncome)}\u7684${fine2.min}%\u81F3${fine2.max}%`
      );
    case "fixed_pct_annual_income": {
      if (annualIncome === void 0) return lacking("annualIncome", "\u4E0A\u4E00\u5E74\u5E74\u6536\u5165");
      if (accidentLevel === void 0) return lacking("accidentLevel", "\u4E8B\u6545\u7B49\u7EA7");
      const amount = percentOf(annualIncome, fine2.levels[accidentLevel]);
      return range(amount, amount, `\u5E74\u6536\u5165${formatMoney(annualIncome)}\u7684${fine2.levels[accidentLevel]}%\uFF0C\u56FA\u5B9A\u6BD4\u4F8B`);
    }
    case "range_by_accident_level": {
      if (accidentLevel === void 0) return lacking("accidentLevel", "\u4E8B\u6545\u7B49\u7EA7");
      const [min, max] = fine2.levels[accidentLevel];
      const whole2 = range(min, max, `${accidentLevel}\u4E8B\u6545`);
      return book.jurisdiction.accidentSubranges.enabled ? subrangeOf(rule, fine2, { violation, party, book }) : whole2;
    }
    case "daily_multiple_of_original_fine":
      return refuse("no-such-stage", "\u6309\u65E5\u8FDE\u7EED\u5904\u7F5A\u8981\u7528\u9636\u6BB5 daily\uFF0C\u5E76\u5199\u660E\u539F\u7F5A\u6B3E\u6570\u989D\u548C\u4E24\u4E2A\u65E5\u671F\u3002");
  }
}
var percentOf = (income, percent2) => Math.round(income * percent2 / 100);
function toStatutory(fine2, { min, max }, how) {
  const text2 = how === "" ? between(min, max) : `${how}\uFF0C\u5373${between(min, max)}`;
  return { min, max, isFixed: min === max, fine: fine2, text: text2, replacedBy: null };
}
function subrangeOf(rule, fine2, { violation, book }) {
  const { rows, source } = book.jurisdiction.accidentSubranges;
  const fitting = rows.filter(
    ({ provision: provision2, level }) => provision2 === rule.id && level === violation.facts.accidentLevel
  );
  if (fitting.length !== 1) return refuse("facts-missing", `\u7EC6\u5206\u6863\u6B21\u8981\u6309\u4F24\u4EA1\u548C\u635F\u5931\u786E\u5B9A\uFF1A${source}`, "accidentLevel");
  const [min, max] = fitting[0].range;
  return ok({ ...toStatutory(fine2, { min, max }, fitting[0].text), replacedBy: source });
}

// src/lib/discretion/domain/tier.ts
function chooseTier({ counted, net }, { min, isFixed }, benchmark) {
  if (isFixed) return { tier: "\u56FA\u5B9A", guard: null, text: "\u6570\u989D\u7531\u6CD5\u5F8B\u56FA\u5B9A\uFF0C\u6CA1\u6709\u4ECE\u8F7B\u4ECE\u91CD\u7684\u5E45\u5EA6\u3002" };
  const count2 = (...groups) => counted.filter(({ group }) => groups.includes(group)).length;
  const { heavyFrom, lightFrom, reducedFromM } = benchmark.thresholds;
  const heavier2 = count2("a", "A");
  const hasFloor = min > 0 || !benchmark.reduced.requiresMinAboveZero;
  if (count2("M") >= reducedFromM && heavier2 === 0 && hasFloor) {
    return { tier: "\u51CF\u8F7B", guard: null, text: `\u6CD5\u5B9A\u4ECE\u8F7B\u6216\u51CF\u8F7B\u56E0\u5B50${count2("M")}\u4E2A\uFF0C\u6CA1\u6709\u4ECE\u91CD\u56E0\u5B50\uFF0C\u51CF\u8F7B\u5904\u7F5A\u3002` };
  }
  const plain = net >= heavyFrom ? "\u4ECE\u91CD" : net <= lightFrom ? "\u4ECE\u8F7B" : "\u4E00\u822C";
  const sum = `\u56E0\u5B50\u5408\u8BA1${net > 0 ? "+" : ""}${net}`;
  if (count2("M") > 0 && plain === "\u4ECE\u91CD") {
    return {
      tier: "\u4E00\u822C",
      guard: "G1",
      text: `${sum}\u4E3A\u4ECE\u91CD\uFF0C\u4F46\u6709\u6CD5\u5B9A\u4ECE\u8F7B\u6216\u51CF\u8F7B\u60C5\u5F62\uFF0C\u5E94\u5F53\u4F53\u73B0\uFF0C\u6539\u4E3A\u4E00\u822C\uFF0C\u63D0\u4EA4\u96C6\u4F53\u8BA8\u8BBA\u3002`
    };
  }
  if (count2("A") > 0 && count2("M") === 0 && plain === "\u4ECE\u8F7B") {
    return { tier: "\u4E00\u822C", guard: "G2", text: `${sum}\u4E3A\u4ECE\u8F7B\uFF0C\u4F46\u6709\u660E\u663E\u4ECE\u91CD\u56E0\u5B50\uFF0C\u6539\u4E3A\u4E00\u822C\u3002` };
  }
  const offset = count2("M") > 0 && plain === "\u4E00\u822C" ? "\uFF1B\u6CD5\u5B9A\u4ECE\u8F7B\u60C5\u5F62\u88AB\u4ECE\u91CD\u56E0\u5B50\u62B5\u6D88\uFF0C\u7406\u7531\u4E2D\u987B\u8BF4\u660E" : "";
  return { tier: plain, guard: null, text: `${sum}\uFF0C${plain}${offset}\u3002` };
}
var KEYS = { \u4ECE\u8F7B: "light", \u4E00\u822C: "normal", \u4ECE\u91CD: "heavy" };
function bracketOf(tier, { min, max, fine: fine2 }, { book, place: place2 }) {
  const { benchmark, jurisdiction } = book;
  if (tier === "\u51CF\u8F7B") return { min: percentOf2(min, benchmark.reduced.floorOfMin), max: min };
  const key = KEYS[tier];
  if (!key) return { min, max };
  const table = jurisdiction.overrides.find(
    (one) => one.provision === place2.provision && one.stage === place2.stage && one.subject === fine2.subject
  );
  if (table) return { min: table[key][0], max: table[key][1] };
  const [from, to] = benchmark.fractions[key];
  return { min: min + percentOf2(max - min, from), max: min + percentOf2(max - min, to) };
}
var percentOf2 = (amount, percent2) => Math.round(amount * percent2 / 100);
function suggestedPoint(bracket, kind, { benchmark, tier }) {
  if (tier === "\u56FA\u5B9A") return bracket.min;
  const unit = benchmark.rounding[kind];
  const middle = (bracket.min + bracket.max) / 2;
  const rounded = Math.floor(middle / unit + 0.5) * unit;
  const top = tier === "\u51CF\u8F7B" ? bracket.max - 1 : bracket.max;
  const point2 = Math.min(Math.max(rounded, bracket.min), top);
  return point2 > 0 ? point2 : Math.ceil(middle);
}

// src/lib/discretion/domain/calculator-bracket.ts
var TIERS = ["\u4ECE\u8F7B", "\u4E00\u822C", "\u4ECE\u91CD"];
function rulerOf(decision, { violation, party, book }) {
  const { statutory, bracket, suggested, tier } = decision;
  if (!statutory || !bracket || suggested === null || statutory.min === statutory.max) return null;
  const stage2 = stageOf(violation.stage);
  const rule = book.provisions.get(decision.provision);
  const fine2 = rule && fineFor(rule, stage2, { violation, party, book });
  const range = fine2 ? statutoryRange({ rule, stage: stage2, fine: fine2 }, { violation, party, book }) : null;
  if (!rule || !range?.ok) return null;
  const place2 = { book, place: { provision: rule.id, stage: stage2 } };
  const zones = TIERS.map((one) => ({ tier: one, ...bracketOf(one, range.value, place2) }));
  if (tier === "\u51CF\u8F7B") zones.unshift({ tier, ...bracket });
  return { statutory, zones, bracket, suggested, tier, replacedBy: range.value.replacedBy };
}

// src/lib/discretion/domain/sanctions.ts
var SANCTIONS = {
  suspend_operation: { label: "\u8D23\u4EE4\u505C\u4EA7\u505C\u4E1A\u6574\u987F", hearing: true },
  stop_construction: { label: "\u8D23\u4EE4\u505C\u6B62\u5EFA\u8BBE", hearing: false },
  stop_construction_or_suspend: { label: "\u8D23\u4EE4\u505C\u6B62\u5EFA\u8BBE\u6216\u8005\u505C\u4EA7\u505C\u4E1A\u6574\u987F", hearing: true },
  stop_activity: { label: "\u8D23\u4EE4\u505C\u6B62\u751F\u4EA7\u3001\u7ECF\u8425\u6216\u6D3B\u52A8", hearing: false },
  revoke_licence: { label: "\u540A\u9500\u8BB8\u53EF\u8BC1\u6216\u8D44\u8D28", hearing: true },
  revoke_qualification: { label: "\u540A\u9500\u4E2A\u4EBA\u8D44\u683C", hearing: true },
  suspend_or_revoke_qualification: { label: "\u6682\u505C\u6216\u540A\u9500\u4E2A\u4EBA\u8D44\u683C", hearing: true },
  suspend_or_revoke_licence: { label: "\u6682\u6263\u6216\u540A\u9500\u8BB8\u53EF\u8BC1", hearing: true },
  confiscate_income: { label: "\u6CA1\u6536\u8FDD\u6CD5\u6240\u5F97", hearing: false },
  confiscate_goods: { label: "\u6CA1\u6536\u975E\u6CD5\u8D22\u7269", hearing: false },
  dismissal: { label: "\u64A4\u804C\u5904\u5206", hearing: false },
  demotion_or_dismissal: { label: "\u964D\u7EA7\u3001\u64A4\u804C\u5904\u5206", hearing: false },
  ban_5y: { label: "\u4E94\u5E74\u884C\u4E1A\u7981\u5165\u6216\u4EFB\u804C\u9650\u5236", hearing: true },
  ban_lifetime: { label: "\u7EC8\u8EAB\u7981\u5165", hearing: true },
  detention_15d: { label: "15\u65E5\u4EE5\u4E0B\u62D8\u7559\uFF08\u516C\u5B89\u673A\u5173\u51B3\u5B9A\uFF09", hearing: false },
  closure: { label: "\u63D0\u8BF7\u653F\u5E9C\u5173\u95ED", hearing: true }
};
var MERE_ORDERS = ["stop_construction", "stop_activity"];

// src/lib/discretion/domain/calculator-result.ts
var PASSED = "\u901A\u8FC7";
var FACTOR = "\u88C1\u91CF\u56E0\u5B50";
function viewOf(decision, { input, book, finder }) {
  const line3 = ({ step, outcome, text: text2, source }) => ({
    ...{ step, outcome: finder.readable(outcome), text: finder.readable(text2), source: finder.source(source) }
  });
  const crimes = new Map(book.frame.criminalIndex.map((one) => [one.article, one.text]));
  const { refused, reasons } = decision;
  const isOnly = input.violations.length === 1;
  const shorten = (text2) => isOnly ? text2.replace(`${input.violations[0].id}\uFF1A`, "") : text2;
  return {
    refused: refused ? {
      ...{ code: refused.code, text: shorten(finder.readable(refused.text)) },
      source: finder.source(refused.source)
    } : null,
    parties: decision.parties.map((party) => partyCard(party, reasons, { facts: { input, book, finder }, line: line3 })),
    shared: reasons.filter(({ party, step }) => party === void 0 && step !== "\u62D2\u7EDD\u8BA1\u7B97").map(line3),
    // A claim that does not count stands at its factor already.
    warnings: decision.warnings.filter((text2) => !/：\S{1,3}没有计入/.test(text2)).map((text2) => finder.readable(text2)),
    crimes: decision.criminalCheck.map((article) => ({ article, text: crimes.get(article) ?? "" }))
  };
}
function partyCard(result, reasons, { facts, line: line3 }) {
  const title = result.label ?? result.party;
  const own = reasons.filter(({ party }) => party === title);
  return {
    ...{ title, total: result.totalSuggested },
    decisions: result.decisions.map((one) => decisionCard(one, { title, reasons: own, facts, line: line3 })),
    sanctions: result.otherSanctions.map((code) => SANCTIONS[code].label),
    procedure: own.filter(({ violation }) => violation === void 0).map(line3)
  };
}
function decisionCard(decision, { title, reasons, facts, line: line3 }) {
  const own = reasons.filter(({ violation: violation2 }) => violation2 === decision.violation);
  const { tier, gate, statutory, bracket, suggested, statement: statement2 } = decision;
  const violation = facts.input.violations.find(({ id }) => id === decision.violation);
  const is2 = (step) => (reason) => reason.step === step;
  const rest = own.filter((reason) => reason.outcome !== PASSED && reason.step !== FACTOR);
  return {
    ...{ act: decision.violation, tier, gate, isPunished: decision.punish, statutory, bracket, suggested },
    rule: ruleSource(decision.provision, facts),
    ruler: drawn(decision, title, { ...facts, violation }),
    confiscate: decision.confiscate ?? null,
    order: decision.orderToCorrect,
    passed: own.filter(({ outcome }) => outcome === PASSED).map(line3),
    factors: own.filter(is2(FACTOR)).map(line3),
    steps: rest.map(line3),
    // Where nothing is fined, the step that decided is the reason.
    statement: statement2 || (rest.at(-1)?.text ?? "")
  };
}
function ruleSource(id, { book, finder }) {
  const { law: law2, article } = book.provisions.get(id).penalty;
  return { text: finder.nameOf(id), law: law2, article };
}
function drawn(decision, title, { violation, book }) {
  const party = violation.parties.find((one) => (one.label ?? one.party) === title);
  return party ? rulerOf(decision, { violation, party, book }) : null;
}
function placeLines({ parties }) {
  return parties.flatMap(
    ({ label, party, decisions, hearingRequired }) => decisions.map(({ violation, tier, bracket, suggested }) => ({
      ...{ party: label ?? party, act: violation, tier, bracket, suggested, isHeard: hearingRequired }
    }))
  );
}

// src/lib/discretion/domain/stages.ts
var STAGES = {
  first: "\u9996\u6B21\u67E5\u5B9E",
  overdue: "\u903E\u671F\u672A\u6539\u6B63",
  refused: "\u62D2\u4E0D\u6539\u6B63",
  accident: "\u53D1\u751F\u4E8B\u6545"
};
var ORDERS = {
  concurrent: "\u8D23\u4EE4\u6539\u6B63\uFF0C\u540C\u65F6\u5904\u7F5A",
  "required-first": "\u5148\u8D23\u4EE4\u6539\u6B63\uFF0C\u4E0D\u6539\u7684\u624D\u7F5A\u6B3E",
  none: "\u4E0D\u4EE5\u8D23\u4EE4\u6539\u6B63\u4E3A\u524D\u63D0"
};
var MAJOR_HAZARD = {
  element: "\u672C\u8EAB\u5C31\u662F\uFF08\u6216\u4EE5\u4E4B\u4E3A\u524D\u63D0\uFF09",
  possible: "\u6309\u884C\u4E1A\u5224\u5B9A\u6807\u51C6\u53EF\u80FD\u6784\u6210",
  no: "\u901A\u5E38\u4E0D\u6784\u6210"
};
var ACCIDENT_LEVELS = ["\u4E00\u822C", "\u8F83\u5927", "\u91CD\u5927", "\u7279\u522B\u91CD\u5927"];

// src/lib/discretion/domain/calculator-address.ts
var ACTS = ["", "2.", "3."];
var CONDITIONS = {
  noSeriousAccidentIn3Years: "c-accident",
  notOnDishonestyList: "c-dishonest",
  notHighRiskUnit: "c-risk",
  noMajorHazard: "c-hazard"
};
var ACT_WORDS = [
  ...["rule", "stage", "ended", "ongoing", "found", "harm", "unproven", "crime", "income", "level", "minor"],
  ...["corrected", "noharm", "first", "slight", "row", "fine", "order", "again", ...Object.values(CONDITIONS)],
  ...[...Object.keys(STAGES), "daily"].map((stage2) => `who-${stage2}`)
];
var PARTY = String.raw`[a-z][2-9]?\.(?:name|age|mind|income|nofault|[MmaA]\d{1,2}(?:\.e)?)`;
var KNOWN = new RegExp(`^(?:place|decided|q|law|pick|(?:[23]\\.)?(?:${ACT_WORDS.join("|")}|${PARTY}))$`);
var isKnownName = (name) => KNOWN.test(name);

// src/lib/discretion/domain/weigh-factors.ts
var ADULT = 18;
var RESPONSIBLE = 14;
function weighFactors(party, setting) {
  const claims = withAge(party, setting.benchmark);
  const list = claims.map(({ factor, evidence }, index2) => {
    const isTwin = claims.findIndex((one) => one.factor.id === factor.id) !== index2;
    const rejected = isTwin ? "\u540C\u4E00\u56E0\u5B50\u53EA\u8BA1\u4E00\u6B21" : whyNot({ factor, evidence }, { party, ...setting });
    return { factor, evidence, rejected };
  });
  const settled = list.map((one) => one.rejected === null ? { ...one, rejected: clash(one, list) } : one);
  const counted = settled.filter(({ rejected }) => rejected === null).map(({ factor }) => factor);
  return { list: settled, counted, net: netOf(counted, setting.benchmark) };
}
function netOf(counted, { weights }) {
  const sum = (group) => counted.filter((one) => one.group === group).length * weights[group];
  return sum("M") + Math.max(sum("m"), weights.mTotalCap) + sum("a") + sum("A");
}
function withAge({ factors, facts }, benchmark) {
  const claims = factors.map(({ id, evidence }) => ({
    factor: benchmark.factors.find((one) => one.id === id),
    evidence: evidence.filter((text2) => text2.trim() !== "")
  }));
  const isMinor = facts.age !== void 0 && facts.age >= RESPONSIBLE && facts.age < ADULT;
  const youth = benchmark.factors.find(({ id }) => id === "M5");
  if (!isMinor || !youth || claims.some(({ factor }) => factor === youth)) return claims;
  return [...claims, { factor: youth, evidence: [`\u5E74\u9F84${facts.age}\u5468\u5C81`] }];
}
function whyNot({ factor, evidence }, { party, rule, stage: stage2 }) {
  if (evidence.length === 0) return `\u6CA1\u6709\u8BC1\u636E\uFF0C\u9700\u8981\uFF1A${factor.evidence}`;
  if (rule.elements?.factors.includes(factor.id)) return `\u5C5E\u4E8E\u8FDD\u6CD5\u884C\u4E3A\u7684\u6784\u6210\u8981\u4EF6\uFF1A${rule.elements.reason}`;
  const at = stage2 === "daily" ? "refused" : stage2;
  if (factor.never.includes(at)) return "\u4E0E\u6240\u5904\u9636\u6BB5\u7684\u8981\u4EF6\u77DB\u76FE\u6216\u91CD\u590D";
  if (rule.majorHazard === "element" && factor.id === "a5") return "\u91CD\u5927\u4E8B\u6545\u9690\u60A3\u662F\u6784\u6210\u8981\u4EF6";
  if (factor.id === "M5") {
    const isAdult = party.facts.age !== void 0 && party.facts.age >= ADULT;
    if (isAdult || kindOf(party.party, party.facts.kind) === "unit") return "\u4E0D\u662F\u5DF2\u6EE114\u5468\u5C81\u4E0D\u6EE118\u5468\u5C81\u7684\u81EA\u7136\u4EBA";
  }
  return null;
}
function clash({ factor, evidence }, list) {
  const others = list.filter((one) => one.rejected === null && one.factor.id !== factor.id);
  const replaced = others.find((one) => one.factor.replaces === factor.id);
  if (replaced) return `\u7531${replaced.factor.id}\u53D6\u4EE3`;
  const disproof = others.find((one) => factor.disprovedBy.includes(one.factor.id));
  if (disproof) return `\u4E0E${disproof.factor.id}\u7684\u4E8B\u5B9E\u77DB\u76FE`;
  const same = others.find((one) => factor.sameFactAs === one.factor.id && sameTexts(one.evidence, evidence));
  return same ? `\u4E0E${same.factor.id}\u662F\u540C\u4E00\u4E8B\u5B9E\uFF0C\u4E0D\u91CD\u590D\u8BA1\u7B97` : null;
}
var sameTexts = (left, right) => left.length === right.length && left.every((text2) => right.includes(text2));

// src/lib/discretion/domain/calculator-party.ts
var ORDINALS = ["", "", "\uFF08\u4E8C\uFF09", "\uFF08\u4E09\uFF09"];
function readParties(reader, prefix, setting) {
  const { rules, stage: stage2 } = setting;
  const name = `${prefix}who-${stage2}`;
  const given = reader.list(name, (code) => isPartyCode(rules, stage2, code));
  const chosen = given.known.length > 0 ? given.known : usualParties(rules, stage2);
  const titles = /* @__PURE__ */ new Set();
  const parties = [];
  const sheets = partyChoices(rules, stage2, chosen).map((choice) => {
    const isChosen = chosen.includes(choice.code);
    if (!isChosen) return { ...choice, ...UNASKED, title: choice.subject + ORDINALS[choice.number] };
    const { sheet, party } = readParty(reader, { prefix, choice, titles }, setting);
    parties.push(party);
    return sheet;
  });
  return { parties, sheets };
}
var UNASKED = {
  isChosen: false,
  isPerson: false,
  asksIncome: false,
  factors: [],
  excluded: [],
  rejected: {}
};
function readParty(reader, { prefix, choice, titles }, setting) {
  const { code, subject, number: number2 } = choice;
  const typed = reader.line(`${code}.name`);
  const wanted = typed || subject + ORDINALS[number2];
  const title = titles.has(wanted) ? `${wanted}\uFF08${subject}${number2 > 1 ? number2 : ""}\uFF09` : wanted;
  titles.add(title);
  const fines = finesOn(choice, setting);
  const isPerson = SUBJECTS[subject] === "person";
  const asksIncome = fines.some(({ kind }) => kind === "pct_annual_income" || kind === "fixed_pct_annual_income");
  const isWeighed = fines.some(
    ({ kind }) => kind !== "fixed_pct_annual_income" && kind !== "daily_multiple_of_original_fine"
  );
  const { open, excluded } = isWeighed ? sortFactors(isPerson, setting) : { open: [], excluded: [] };
  const claims = open.flatMap(({ id }) => readClaim(reader, `${prefix}${code}.${id}`, id));
  const party = {
    ...{ party: subject, ...title !== subject && { label: title }, factors: claims },
    facts: {
      age: isPerson ? reader.count(`${code}.age`, 150) : void 0,
      mentalIncapacity: isPerson && reader.flag(`${code}.mind`),
      noFaultProven: reader.flag(`${prefix}${code}.nofault`),
      annualIncome: asksIncome ? reader.amount(`${code}.income`) : void 0
    }
  };
  const sheet = {
    ...{ ...choice, isChosen: true, title, isPerson, asksIncome, excluded },
    factors: open.map(({ id }) => id),
    rejected: claims.length > 0 ? rejectedOf(party, setting) : {}
  };
  return { sheet, party };
}
function finesOn({ subject }, { rules, stage: stage2 }) {
  if (stage2 === "daily") return [];
  const fines = rules.flatMap((rule) => rule.stages[stage2]?.fines ?? []);
  return fines.filter((fine2) => meets(fine2.subject, subject));
}
function readClaim(reader, name, id) {
  const isTicked = reader.flag(name);
  const evidence = reader.line(`${name}.e`);
  if (!isTicked) return [];
  return [
    {
      id,
      evidence: evidence.split(/[、；;]/).map((one) => one.trim()).filter((one) => one !== "")
    }
  ];
}
function sortFactors(isPerson, { rules, stage: stage2, book: { benchmark } }) {
  const open = [];
  const excluded = /* @__PURE__ */ new Map();
  for (const factor of benchmark.factors) {
    if (factor.id === "M5" && !isPerson) continue;
    const why = whyNever(factor, rules, stage2);
    if (why === null) open.push(factor);
    else excluded.set(why, [...excluded.get(why) ?? [], factor.id]);
  }
  return { open, excluded: [...excluded].map(([why, ids]) => ({ why, ids })) };
}
function whyNever({ id, never }, rules, stage2) {
  if (never.includes(stageOf(stage2))) return "\u4E0E\u8FD9\u4E00\u9636\u6BB5\u7684\u8981\u4EF6\u77DB\u76FE\u6216\u91CD\u590D";
  const elements = rules.length === 1 ? rules[0].elements : null;
  return elements?.factors.includes(id) ? `\u6784\u6210\u8981\u4EF6\uFF1A${elements.reason}` : null;
}
function rejectedOf(party, { rules, stage: stage2, book: { benchmark } }) {
  const { list } = weighFactors(party, { rule: rules[0], stage: stage2, benchmark });
  return Object.fromEntries(list.flatMap(({ factor, rejected }) => rejected === null ? [] : [[factor.id, rejected]]));
}

// src/lib/discretion/domain/decide-daily.ts
var isDaily = (rule) => rule.stages.refused?.fines.some(({ kind }) => kind === "daily_multiple_of_original_fine") ?? false;
function dailyRule(rules, { provisions }) {
  const own = rules.find(isDaily);
  const law2 = rules[0]?.penalty.law;
  return own ?? [...provisions.values()].find((one) => one.penalty.law === law2 && isDaily(one)) ?? null;
}
function decideDaily(rule, { violation, party, book }, { reasons, warnings }) {
  const fine2 = violation.facts.originalFine;
  if (!rule.subjects.some((one) => meets(one, party.party))) {
    return refuse("wrong-subject", `\u6309\u65E5\u8FDE\u7EED\u5904\u7F5A\u53EA\u5BF9${rule.subjects.join("\u3001")}\uFF0C\u4E0D\u5BF9${party.party}\u3002`);
  }
  if (fine2 === void 0 || fine2 === 0) {
    return refuse("no-original-fine", "\u6309\u65E5\u8FDE\u7EED\u5904\u7F5A\u4EE5\u5DF2\u7ECF\u53D7\u8FC7\u7F5A\u6B3E\u4E3A\u524D\u63D0\uFF1B\u539F\u6765\u53EA\u6709\u8D23\u4EE4\u3001\u6CA1\u6709\u7F5A\u6B3E\u7684\uFF0C\u4E0D\u9002\u7528\u3002");
  }
  const days = countDays(violation, book);
  if (!days.ok) return days;
  const amount = fine2 * days.value;
  const { orderServedOn, reinspectedOn } = violation.facts;
  const text2 = `\u81EA\u8D23\u4EE4\u6539\u6B63\u4E4B\u65E5\uFF08${orderServedOn}\uFF09\u7684\u6B21\u65E5\u8D77\uFF0C\u81F3\u590D\u67E5\u65E5\uFF08${reinspectedOn}\uFF09${book.jurisdiction.daily.inclusive ? "\uFF08\u542B\uFF09" : "\uFF08\u4E0D\u542B\uFF09"}\u5171${days.value}\u65E5\uFF0C\u6BCF\u65E5${formatMoney(fine2)}\uFF0C\u5408\u8BA1${formatMoney(amount)}\uFF0C\u53EF\u4EE5\u5904\u7F5A\u3002`;
  const who = { violation: violation.id, party: party.label ?? party.party };
  reasons.push({
    ...who,
    step: "\u6309\u65E5\u8FDE\u7EED\u5904\u7F5A",
    outcome: formatMoney(amount),
    text: text2,
    source: "\u5B89\u5168\u751F\u4EA7\u6CD5\u7B2C\u4E00\u767E\u4E00\u5341\u4E8C\u6761"
  });
  warnings.push(
    "\u540C\u4E00\u671F\u95F4\u4E0D\u5F97\u518D\u6309\u201C\u903E\u671F\u672A\u6539\u6B63\u201D\u4E00\u6863\u5904\u7F5A\uFF1A\u4E24\u6761\u8DEF\u7EBF\u53EA\u80FD\u9009\u4E00\u6761\u3002",
    `\u6309\u65E5\u8FDE\u7EED\u5904\u7F5A\u7684\u7EC8\u6B62\u65E5\uFF1A${book.jurisdiction.daily.note}\u3002`
  );
  const range = { min: amount, max: amount };
  return ok({
    ...{ violation: violation.id, provision: rule.id, punish: true, gate: null, tier: "\u56FA\u5B9A" },
    ...{ statutory: range, bracket: range, suggested: amount, orderToCorrect: "\u8D23\u4EE4\u6539\u6B63", sanctions: [] },
    ...{ isDiscussed: false, statement: text2 }
  });
}
function countDays({ facts: { orderServedOn, reinspectedOn } }, { jurisdiction }) {
  if (orderServedOn === void 0 || reinspectedOn === void 0) {
    return refuse(
      "facts-missing",
      "\u6309\u65E5\u8FDE\u7EED\u5904\u7F5A\u8981\u5199\u660E\u8D23\u4EE4\u6539\u6B63\u6587\u4E66\u7684\u9001\u8FBE\u65E5\u548C\u590D\u67E5\u65E5\u3002",
      orderServedOn === void 0 ? "orderServedOn" : "reinspectedOn"
    );
  }
  const days = daysBetween(orderServedOn, reinspectedOn) - (jurisdiction.daily.inclusive ? 0 : 1);
  if (days < 1)
    return refuse(
      "impossible-dates",
      `\u590D\u67E5\u65E5${reinspectedOn}\u4E0D\u665A\u4E8E\u8D23\u4EE4\u6539\u6B63\u4E4B\u65E5${orderServedOn}\uFF0C\u6CA1\u6709\u53EF\u4EE5\u8BA1\u7F5A\u7684\u65E5\u6570\u3002`,
      "reinspectedOn"
    );
  return ok(days);
}

// src/lib/discretion/domain/jurisdiction.ts
var LIST_CONDITIONS = [
  "noSeriousAccidentIn3Years",
  "notOnDishonestyList",
  "notHighRiskUnit",
  "noMajorHazard"
];

// src/lib/discretion/domain/calculator-act.ts
function stageChoices(rules, book) {
  const daily = dailyRule(rules, book);
  const own = Object.keys(STAGES).flatMap((key) => {
    const rule = rules.find((one) => one.stages[key] && one !== daily);
    return rule ? [{ key, label: STAGES[key], trigger: rule.stages[key].trigger }] : [];
  });
  const finesUnit = rules.some(({ stages }) => stages.first?.fines.some(({ subject }) => meets(subject, "\u5355\u4F4D")));
  if (!daily || !(finesUnit || rules.includes(daily))) return own;
  return [...own, { key: "daily", label: "\u6309\u65E5\u8FDE\u7EED\u5904\u7F5A", trigger: daily.stages.refused.trigger }];
}
function readAct(reader, prefix, { rules, book, decidedOn, label }) {
  const stages = stageChoices(rules, book);
  const keys = stages.map(({ key }) => key);
  const stage2 = keys.length > 0 ? reader.choice(`${prefix}stage`, keys) : "first";
  const isOngoing = reader.flag(`${prefix}ongoing`);
  const ended = isOngoing ? void 0 : reader.day(`${prefix}ended`);
  const asked = questionsOf(rules, stage2, book);
  const discovered = reader.day(`${prefix}found`);
  const asksHarm = ended !== void 0 && discovered !== void 0 && daysBetween(ended, discovered) > USUAL_DAYS;
  const facts = readFacts(reader, prefix, { ...asked, asksHarm });
  const { parties, sheets } = readParties(reader, prefix, { rules, stage: stage2, book });
  const violation = {
    // Nobody said when it ended: the day of the decision stands in, and the page says so.
    ...{ id: label, actEndedOn: isOngoing ? null : ended ?? decidedOn, candidates: rules.map(({ id }) => id), stage: stage2 },
    ...{ facts: { ...facts, discoveredOn: discovered }, parties }
  };
  return { violation, sheet: { ...asked, prefix, label, stages, stage: stage2, isOngoing, asksHarm, parties: sheets } };
}
var USUAL_DAYS = 730;
function questionsOf(rules, stage2, { jurisdiction }) {
  const ids = new Set(rules.map(({ id }) => id));
  const isDaily3 = stage2 === "daily";
  const parts = isDaily3 ? [] : rules.flatMap((rule) => rule.stages[stageOf(stage2)] ?? []);
  const fines = parts.flatMap((part) => part.fines);
  const sanctions = parts.flatMap((part) => part.sanctions);
  const dependsOnIncome = fines.some(
    ({ kind, when }) => kind === "multiple_illegal_income" || when?.illegalIncomeFrom !== void 0 || when?.illegalIncomeBelow !== void 0
  );
  const byLevel2 = fines.some(({ kind }) => kind === "range_by_accident_level" || kind === "fixed_pct_annual_income");
  const rows = stage2 === "first" ? jurisdiction.noPenalty.rows.filter(({ provision: provision2 }) => ids.has(provision2)) : [];
  return {
    asksCrime: rules.some(({ criminal }) => criminal.length > 0),
    asksIncome: dependsOnIncome || sanctions.some(({ code }) => code === "confiscate_income"),
    asksLevel: byLevel2,
    asksDaily: isDaily3,
    listRows: rows.map(({ gate, condition }) => `${gate === "N5" ? "\u8F7B\u5FAE\u4E0D\u7F5A\u6E05\u5355" : "\u9996\u8FDD\u4E0D\u7F5A\u6E05\u5355"}\uFF1A${condition}`)
  };
}
var CRIME_ANSWERS = ["no", "suspected", "returned"];
var LEVELS = ["", ...ACCIDENT_LEVELS];
function readFacts(reader, prefix, asked) {
  const crime = asked.asksCrime ? reader.choice(`${prefix}crime`, CRIME_ANSWERS) : "no";
  const level = asked.asksLevel ? reader.choice(`${prefix}level`, LEVELS) : "";
  return {
    proven: !reader.flag(`${prefix}unproven`),
    lifeHealthHarm: asked.asksHarm && reader.flag(`${prefix}harm`),
    ...{ crimeSuspected: crime !== "no", crimeReturned: crime === "returned" },
    ...readListFacts(reader, prefix, asked.listRows.length > 0),
    illegalIncome: asked.asksIncome ? reader.amount(`${prefix}income`) : void 0,
    accidentLevel: level === "" ? void 0 : level,
    originalFine: asked.asksDaily ? reader.amount(`${prefix}fine`) : void 0,
    orderServedOn: asked.asksDaily ? reader.day(`${prefix}order`) : void 0,
    reinspectedOn: asked.asksDaily ? reader.day(`${prefix}again`) : void 0
  };
}
function readListFacts(reader, prefix, isAsked) {
  const holds = (name) => isAsked && reader.flag(prefix + name);
  return {
    ...{ minor: holds("minor"), correctedInTime: holds("corrected"), noHarm: holds("noharm") },
    ...{ firstTime: holds("first"), slightHarm: holds("slight"), listRowMet: holds("row") },
    listConditions: Object.fromEntries(
      LIST_CONDITIONS.map((id) => [id, holds(CONDITIONS[id])])
    )
  };
}

// src/lib/discretion/domain/calculator-reader.ts
var LONGEST = 80;
var MOST_MONEY = fenOf(1e9);
var YEARS = { from: "1949", to: "2100" };
var TICKED = /* @__PURE__ */ new Set(["1", "on"]);
var AddressReader = class {
  #parameters;
  #asked = /* @__PURE__ */ new Set();
  #values = /* @__PURE__ */ new Map();
  #faults = /* @__PURE__ */ new Map();
  #remarks = [];
  #used = [];
  constructor(parameters) {
    this.#parameters = parameters;
  }
  /** What stands at each field that was asked for: as typed, also where it was refused. */
  get values() {
    return Object.fromEntries(this.#values);
  }
  /** One sentence per field that could not be read. */
  get faults() {
    return Object.fromEntries(this.#faults);
  }
  /** Sentences on answers that nobody can have typed into a field: choices and ticks that are not there. */
  get remarks() {
    return this.#remarks;
  }
  /** The address that gives the same answers again, and nothing else. */
  get permalink() {
    return new URLSearchParams(this.#used).toString();
  }
  /** Answers to questions that are not asked at present, such as those of another stage. */
  carried(isKnown) {
    return [...this.#parameters].filter(
      ([name, value]) => value !== "" && value.length <= LONGEST && !this.#asked.has(name) && isKnown(name)
    );
  }
  /** Names that mean nothing here. */
  strangers(isKnown) {
    return [...new Set(this.#parameters.keys())].filter((name) => !this.#asked.has(name) && !isKnown(name));
  }
  /** A line of text; what is too long is cut, and said so. */
  line(name) {
    const text2 = this.#typed(name);
    const cut = [...text2].slice(0, LONGEST).join("");
    if (cut !== text2) this.#faults.set(name, `\u6700\u591A${LONGEST}\u4E2A\u5B57\uFF0C\u540E\u9762\u7684\u6CA1\u6709\u8BFB\u5165`);
    return text2 === "" ? "" : this.#accept(name, cut);
  }
  day(name) {
    const text2 = this.#typed(name);
    if (text2 === "") return void 0;
    const day2 = readDay(text2);
    if (day2) return this.#accept(name, day2);
    return this.#refuse(name, `\u201C${short(text2)}\u201D\u4E0D\u662F\u65E5\u671F\uFF1A\u5199\u4F5C 2026-11-20\uFF0C\u4E14\u5FC5\u987B\u662F\u771F\u5B9E\u5B58\u5728\u7684\u65E5\u5B50`);
  }
  amount(name) {
    const text2 = this.#typed(name);
    if (text2 === "") return void 0;
    const fen = parseMoney(text2);
    if (fen === null)
      return this.#refuse(name, `\u8BFB\u4E0D\u51FA\u91D1\u989D\u201C${short(text2)}\u201D\uFF1A\u5199\u4F5C 160000 \u6216 16\u4E07\u5143\uFF0C\u4E0D\u80FD\u4E3A\u8D1F\uFF0C\u6700\u591A\u5230\u5206`);
    if (fen > MOST_MONEY) return this.#refuse(name, `\u91D1\u989D\u8D85\u8FC7${formatMoney(MOST_MONEY)}\uFF0C\u8BF7\u6838\u5BF9`);
    this.#accept(name, text2);
    return fen;
  }
  /** A whole number up to `most`. */
  count(name, most) {
    const text2 = this.#typed(name).normalize("NFKC");
    if (text2 === "") return void 0;
    const value = /^\d{1,4}$/.test(text2) ? Number(text2) : NaN;
    if (value <= most) return Number(this.#accept(name, text2));
    return this.#refuse(name, `\u201C${short(text2)}\u201D\u5E94\u4E3A 0 \u81F3 ${most} \u7684\u6574\u6570`);
  }
  flag(name) {
    const text2 = this.#typed(name);
    if (text2 === "" || text2 === "0") return false;
    if (TICKED.has(text2)) return this.#accept(name, "1") === "1";
    this.#drop(name, `\u5730\u5740\u91CC\u7684 ${name}=${short(text2)} \u6CA1\u6709\u8BFB\u61C2\uFF0C\u6309\u6CA1\u6709\u52FE\u9009\u5904\u7406\u3002`);
    return false;
  }
  /** One of these keys; the first where nothing or nonsense is given. */
  choice(name, keys) {
    const text2 = this.#typed(name);
    const key = keys.find((one) => one === text2);
    if (key === void 0 && text2 !== "") {
      this.#drop(name, `\u5730\u5740\u91CC\u7684 ${name}=${short(text2)} \u4E0D\u662F\u8FD9\u91CC\u7684\u9009\u9879\uFF0C\u6309\u6CA1\u6709\u9009\u5904\u7406\u3002`);
    }
    return key === void 0 ? keys[0] : this.#accept(name, key);
  }
  /** Those of the given words that `isKnown`, each once, and the first few that are not. */
  list(name, isKnown) {
    this.#asked.add(name);
    const words2 = [...new Set(this.#parameters.getAll(name).map((word) => word.trim()))].filter((word) => word !== "");
    const known = words2.filter(isKnown);
    for (const word of known) this.#used.push([name, word]);
    const unknown = words2.filter((word) => !isKnown(word));
    return { known, unknown: unknown.map(short) };
  }
  /** Puts an answer into the permalink that nobody typed, such as today. */
  settle(name, value) {
    if (!this.#used.some(([one]) => one === name)) this.#used.push([name, value]);
  }
  #typed(name) {
    this.#asked.add(name);
    const text2 = (this.#parameters.get(name) ?? "").trim();
    if (text2 !== "") this.#values.set(name, text2);
    return text2;
  }
  #accept(name, text2) {
    this.#values.set(name, text2);
    this.#used.push([name, text2]);
    return text2;
  }
  #drop(name, sentence) {
    this.#values.delete(name);
    this.#remarks.push(sentence);
  }
  #refuse(name, sentence) {
    this.#faults.set(name, sentence);
    return void 0;
  }
};
var SHOWN = 20;
var short = (text2) => [...text2].length > SHOWN ? `${[...text2].slice(0, SHOWN).join("")}\u2026` : text2;
function readDay(text2) {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text2.normalize("NFKC").replace(/\s/g, ""));
  if (!match) return null;
  const [, year, month, date2] = match;
  const day2 = `${year}-${month.padStart(2, "0")}-${date2.padStart(2, "0")}`;
  return isDay(day2) && year >= YEARS.from && year <= YEARS.to ? day2 : null;
}

// src/lib/discretion/domain/calculator-sheet.ts
var MOST_RULES = 4;
var SHOWN_STRANGERS = 5;
var LABELS = { "": "\u884C\u4E3A\u4E00", "2.": "\u884C\u4E3A\u4E8C", "3.": "\u884C\u4E3A\u4E09" };
var PAGE_WORDS = /* @__PURE__ */ new Set(["q", "law", "pick"]);
var isAnswer = (name) => isKnownName(name) && !PAGE_WORDS.has(name);
function readPlace(parameters, places) {
  return places.find((place2) => place2 === parameters.get("place")?.trim()) ?? places[0];
}
function readCalculation(parameters, { book, places, today }) {
  const reader = new AddressReader(parameters);
  const notices = [];
  const place2 = reader.choice("place", places);
  const decidedOn = reader.day("decided") ?? today;
  reader.settle("decided", decidedOn);
  const found2 = ACTS.map((prefix) => ({ prefix, rules: readRules(reader, prefix, { book, notices }) }));
  const acts = found2.filter(({ rules }) => rules.length > 0).map(({ prefix, rules }) => readAct(reader, prefix, { rules, book, decidedOn, label: LABELS[prefix] }));
  const strangers = reader.strangers(isKnownName);
  if (strangers.length > 0) {
    const shown = strangers.slice(0, SHOWN_STRANGERS).map((name) => `\u201C${name.slice(0, 20)}\u201D`);
    notices.push(`\u5730\u5740\u91CC\u6709\u4E0D\u8BA4\u8BC6\u7684\u5185\u5BB9\uFF0C\u6CA1\u6709\u4F7F\u7528\uFF1A${shown.join("\u3001")}${strangers.length > shown.length ? "\u7B49" : ""}\u3002`);
  }
  notices.push(...reader.remarks);
  const violations = acts.map(({ violation }) => violation);
  return {
    ...{ place: place2, decidedOn, notices, acts: acts.map(({ sheet }) => sheet) },
    input: violations.length > 0 ? { decidedOn, jurisdiction: place2, violations } : null,
    ...{ values: reader.values, faults: reader.faults, permalink: reader.permalink },
    carried: reader.carried(isAnswer)
  };
}
function readRules(reader, prefix, { book, notices }) {
  const { known, unknown } = reader.list(`${prefix}rule`, (id) => book.provisions.has(id));
  if (unknown.length > 0)
    notices.push(`\u6CA1\u6709\u8FD9\u6761\u7F5A\u5219\uFF1A${unknown.slice(0, SHOWN_STRANGERS).join("\u3001")}\u3002\u8BF7\u6309\u8FDD\u6CD5\u884C\u4E3A\u7684\u8BF4\u6CD5\u91CD\u65B0\u67E5\u627E\u3002`);
  if (known.length > MOST_RULES) notices.push(`\u4E00\u4E2A\u884C\u4E3A\u6700\u591A\u6BD4\u8F83${MOST_RULES}\u6761\u7F5A\u5219\uFF0C\u540E\u9762\u7684\u6CA1\u6709\u4F7F\u7528\u3002`);
  return known.slice(0, MOST_RULES).map((id) => book.provisions.get(id));
}

// src/lib/discretion/domain/combine.ts
function combineParties(list, book, notes) {
  const parties = /* @__PURE__ */ new Map();
  for (const one of list) {
    const key = `${one.party.party}/${one.party.label ?? ""}`;
    parties.set(key, [...parties.get(key) ?? [], one]);
  }
  if (parties.size > 1 && list.some(({ decision }) => decision.punish)) {
    notes.reasons.push({
      ...{ step: "\u4E00\u6848\u591A\u4E2A\u5F53\u4E8B\u4EBA", outcome: "\u5206\u522B\u51B3\u5B9A", source: "\u5B89\u5168\u751F\u4EA7\u6CD5\u6709\u5173\u53CC\u7F5A\u7684\u89C4\u5B9A" },
      text: "\u5355\u4F4D\u4E0E\u4E2A\u4EBA\u662F\u4E0D\u540C\u7684\u5F53\u4E8B\u4EBA\uFF1A\u5206\u522B\u88C1\u91CF\u3001\u5206\u522B\u544A\u77E5\u3001\u5206\u522B\u4F5C\u51FA\u51B3\u5B9A\uFF0C\u4E0D\u5C5E\u4E8E\u4E00\u4E8B\u4E8C\u7F5A\u3002"
    });
  }
  return [...parties.values()].map((decided) => combine(decided, book, notes));
}
function combine(decided, book, notes) {
  const { party } = decided[0];
  const decisions = decided.map(({ decision }) => decision);
  const fines = decisions.flatMap(({ suggested }) => suggested === null ? [] : [suggested]);
  const totalSuggested = fines.length > 0 ? fines.reduce((sum, fine2) => sum + fine2, 0) : null;
  const total = { party, totalSuggested, decisions };
  const hearing = hearingGrounds(total, book);
  const isDiscussed = decisions.some((one) => one.isDiscussed);
  notes.reasons.push(...procedureReasons(total, { hearing, isDiscussed, fines: fines.length }));
  return {
    ...{ party: party.party, ...party.label !== void 0 && { label: party.label } },
    ...{ decisions, totalSuggested, otherSanctions: [...new Set(decisions.flatMap(({ sanctions }) => sanctions))] },
    ...{ hearingRequired: hearing.length > 0, legalReview: hearing.length > 0, collectiveDiscussion: isDiscussed }
  };
}
function procedureReasons({ party, totalSuggested, decisions }, { hearing, isDiscussed, fines }) {
  const who = { party: party.label ?? party.party };
  const reasons = [];
  if (fines > 1 && totalSuggested !== null) {
    const sum = formatMoney(totalSuggested);
    const text3 = `${fines}\u4E2A\u8FDD\u6CD5\u884C\u4E3A\u5206\u522B\u88C1\u91CF\uFF0C\u5408\u5E76\u4E3A${sum}\uFF0C\u4E0D\u5438\u6536\uFF0C\u4E5F\u6CA1\u6709\u53E6\u5916\u7684\u5C01\u9876\u3002`;
    reasons.push({ ...who, step: "\u5408\u5E76\u5904\u7F5A", outcome: sum, text: text3, source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E8C\u5341\u4E5D\u6761" });
  }
  if (!decisions.some(({ punish }) => punish)) return reasons;
  const isHeard = hearing.length > 0;
  const grounds = isHeard ? `${hearing.join("\uFF1B")}\u3002` : "\u62DF\u5904\u7F5A\u7684\u6570\u989D\u548C\u79CD\u7C7B\u6CA1\u6709\u8FBE\u5230\u542C\u8BC1\u6807\u51C6\u3002";
  reasons.push({
    ...{ ...who, step: "\u542C\u8BC1", outcome: isHeard ? "\u5E94\u5F53\u544A\u77E5\u542C\u8BC1\u6743" : "\u4E0D\u9700\u8981", text: grounds },
    source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u516D\u5341\u4E09\u6761"
  });
  if (isHeard) {
    const text3 = "\u7ECF\u8FC7\u542C\u8BC1\u7A0B\u5E8F\u7684\uFF0C\u51B3\u5B9A\u524D\u7531\u6CD5\u5236\u5BA1\u6838\u4EBA\u5458\u5BA1\u6838\u3002";
    reasons.push({ ...who, step: "\u6CD5\u5236\u5BA1\u6838", outcome: "\u9700\u8981", text: text3, source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E94\u5341\u516B\u6761" });
  }
  if (isDiscussed) {
    const text3 = "\u51CF\u8F7B\u5904\u7F5A\uFF0C\u6216\u6CD5\u5B9A\u4ECE\u8F7B\u60C5\u5F62\u4E0E\u4ECE\u91CD\u56E0\u5B50\u5E76\u5B58\uFF0C\u7531\u8D1F\u8D23\u4EBA\u96C6\u4F53\u8BA8\u8BBA\u51B3\u5B9A\u3002";
    reasons.push({ ...who, step: "\u96C6\u4F53\u8BA8\u8BBA", outcome: "\u9700\u8981", text: text3, source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E94\u5341\u4E03\u6761\u7B2C\u4E8C\u6B3E" });
  }
  const text2 = "\u51B3\u5B9A\u4F5C\u51FA\u540E7\u4E2A\u5DE5\u4F5C\u65E5\u5185\u516C\u793A\uFF1B\u5F53\u4E8B\u4EBA\u5C65\u884C\u5B8C\u6BD5\u540E\uFF0C\u53EF\u4EE5\u6309\u5F53\u5730\u89C4\u5B9A\u7533\u8BF7\u4FE1\u7528\u4FEE\u590D\u3002";
  return [...reasons, { ...who, step: "\u516C\u793A", outcome: "\u516C\u5F00", text: text2, source: "\u5B89\u5168\u751F\u4EA7\u6CD5\u7B2C\u4E03\u5341\u516B\u6761" }];
}
function hearingGrounds({ party, totalSuggested, decisions }, { jurisdiction }) {
  const { hearing } = jurisdiction;
  const threshold = hearing[kindOf(party.party, party.facts.kind)];
  const reaches = (amount) => amount > threshold || hearing.inclusive && amount === threshold;
  const grounds = [];
  const mark = hearing.verified ? "" : "\uFF0C\u6807\u51C6\u672A\u6838\u5B9E\uFF0C\u4EE5\u672C\u5730\u6807\u51C6\u4E3A\u51C6";
  if (totalSuggested !== null && reaches(totalSuggested)) {
    grounds.push(
      `\u7F5A\u6B3E\u5408\u8BA1${formatMoney(totalSuggested)}\uFF0C\u8FBE\u5230\u8F83\u5927\u6570\u989D\uFF08${formatMoney(threshold)}${hearing.inclusive ? "\u4EE5\u4E0A" : "\u4EE5\u5916"}${mark}\uFF09`
    );
  }
  const confiscated2 = decisions.reduce((sum, one) => sum + (one.confiscate ?? 0), 0);
  if (confiscated2 > 0 && reaches(confiscated2)) grounds.push(`\u6CA1\u6536\u8FDD\u6CD5\u6240\u5F97${formatMoney(confiscated2)}\uFF0C\u8FBE\u5230\u8F83\u5927\u6570\u989D`);
  const codes = new Set(decisions.flatMap(({ sanctions }) => sanctions));
  for (const code of codes) if (SANCTIONS[code].hearing) grounds.push(`${SANCTIONS[code].label}\uFF0C\u4E0D\u8BBA\u7F5A\u6B3E\u6570\u989D`);
  return grounds;
}

// src/lib/discretion/domain/choose-rule.ts
function candidatesFor(rules, stage2, facts) {
  const candidates = [];
  for (const rule of rules) {
    const fine2 = fineFor(rule, stage2, facts);
    const range = fine2 ? statutoryRange({ rule, stage: stage2, fine: fine2 }, facts) : null;
    if (range && !range.ok) return range;
    candidates.push({ rule, statutory: range?.value ?? null });
  }
  return ok(candidates);
}
function chooseRule(candidates) {
  return candidates.toSorted(byWeight)[0];
}
function byWeight(left, right) {
  const [a, b] = [left.statutory, right.statutory];
  return (b?.max ?? -1) - (a?.max ?? -1) || (b?.min ?? -1) - (a?.min ?? -1) || Number(left.rule.catchAll) - Number(right.rule.catchAll) || Number(right.rule.special) - Number(left.rule.special);
}
function choiceReason(candidates, chosen) {
  if (candidates.length < 2) return null;
  const say2 = ({ rule, statutory }) => `${rule.id}\uFF1A${statutory?.text ?? "\u672C\u9636\u6BB5\u5BF9\u8BE5\u5F53\u4E8B\u4EBA\u6CA1\u6709\u7F5A\u6B3E"}`;
  const others = candidates.filter((one) => one !== chosen).map(say2);
  const text2 = `\u540C\u4E00\u884C\u4E3A\u8FDD\u53CD\u6570\u4E2A\u89C4\u5B9A\uFF0C\u4E0D\u7ED9\u4E88\u4E24\u6B21\u4EE5\u4E0A\u7F5A\u6B3E\uFF0C\u6309\u7F5A\u6B3E\u6570\u989D\u9AD8\u7684\u89C4\u5B9A\uFF1A${say2(chosen)}\uFF1B\u672A\u91C7\u7528\uFF1A${others.join("\uFF1B")}\u3002`;
  return { step: "\u4E00\u4E8B\u4E0D\u4E8C\u7F5A", outcome: chosen.rule.id, text: text2, source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E8C\u5341\u4E5D\u6761" };
}

// src/lib/discretion/domain/gates.ts
var MINORITY = 14;
var YEARS2 = { usual: 2, harm: 5 };
function checkGates(facts) {
  return [provenGate(facts), ...personGates(facts), timeGate(facts), faultGate(facts), ...listGates(facts)];
}
function gateReasons({ violation, party }, checks) {
  const end = checks.findIndex(({ fires }) => fires);
  return checks.slice(0, end < 0 ? void 0 : end + 1).map(({ gate, step, source, fires, text: text2 }) => ({
    ...{ violation: violation.id, party: party.label ?? party.party },
    ...{ step, outcome: fires ? gate : "\u901A\u8FC7", text: text2, source }
  }));
}
function provenGate({ violation: { facts } }) {
  return {
    ...{ gate: "N0", step: "\u4E8B\u5B9E\u4E0E\u8BC1\u636E", source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u56DB\u5341\u6761", fires: !facts.proven },
    text: facts.proven ? "\u8FDD\u6CD5\u4E8B\u5B9E\u6E05\u695A\uFF0C\u8BC1\u636E\u5145\u5206\u3002" : "\u8FDD\u6CD5\u4E8B\u5B9E\u4E0D\u6E05\u6216\u8BC1\u636E\u4E0D\u8DB3\uFF0C\u4E0D\u5F97\u5904\u7F5A\u3002"
  };
}
function personGates({ party }) {
  const { age, mentalIncapacity } = party.facts;
  const isPerson = kindOf(party.party, party.facts.kind) === "person";
  const isChild = isPerson && age !== void 0 && age < MINORITY;
  const isIncapable = isPerson && mentalIncapacity;
  return [
    {
      ...{ gate: "N1", step: "\u5E74\u9F84", source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E09\u5341\u6761", fires: isChild },
      text: isChild ? "\u4E0D\u6EE114\u5468\u5C81\uFF0C\u4E0D\u4E88\u5904\u7F5A\uFF0C\u8D23\u4EE4\u76D1\u62A4\u4EBA\u7BA1\u6559\u3002" : "\u6CA1\u6709\u4E0D\u6EE114\u5468\u5C81\u7684\u60C5\u5F62\u3002"
    },
    {
      ...{ gate: "N2", step: "\u8D23\u4EFB\u80FD\u529B", source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E09\u5341\u4E00\u6761", fires: isIncapable },
      text: isIncapable ? "\u884C\u4E3A\u65F6\u4E0D\u80FD\u8FA8\u8BA4\u6216\u63A7\u5236\u81EA\u5DF1\u7684\u884C\u4E3A\uFF0C\u4E0D\u4E88\u5904\u7F5A\u3002" : "\u6CA1\u6709\u4E27\u5931\u8D23\u4EFB\u80FD\u529B\u7684\u60C5\u5F62\u3002"
    }
  ];
}
function yearsAfter(day2, years) {
  const moved = `${Number(day2.slice(0, 4)) + years}${day2.slice(4)}`;
  return isDay(moved) ? moved : `${moved.slice(0, 4)}-03-01`;
}
function timeGate({ violation: { actEndedOn, facts } }) {
  const head2 = { gate: "N3", step: "\u8FFD\u8D23\u65F6\u6548", source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E09\u5341\u516D\u6761" };
  const years = facts.lifeHealthHarm ? YEARS2.harm : YEARS2.usual;
  if (actEndedOn === null) return { ...head2, fires: false, text: "\u884C\u4E3A\u4ECD\u5728\u7EE7\u7EED\uFF0C\u65F6\u6548\u6CA1\u6709\u8D77\u7B97\u3002" };
  if (facts.discoveredOn === void 0) return { ...head2, fires: false, text: "\u6CA1\u6709\u5199\u53D1\u73B0\u65E5\u671F\uFF0C\u6309\u65F6\u6548\u5185\u5904\u7406\u3002" };
  const last = yearsAfter(actEndedOn, years);
  const fires = facts.discoveredOn > last;
  const text2 = `\u884C\u4E3A\u7EC8\u4E86\u4E8E${actEndedOn}\uFF0C${facts.discoveredOn}\u53D1\u73B0\uFF0C\u65F6\u6548${years}\u5E74\uFF0C\u81F3${last}${fires ? "\u5DF2\u8FC7\uFF0C\u4E0D\u518D\u5904\u7F5A" : "\u6B62\uFF0C\u6CA1\u6709\u8D85\u8FC7"}\u3002`;
  return { ...head2, fires, text: text2 };
}
function faultGate({ party: { facts } }) {
  return {
    ...{ gate: "N4", step: "\u4E3B\u89C2\u8FC7\u9519", source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E09\u5341\u4E09\u6761\u7B2C\u4E8C\u6B3E", fires: facts.noFaultProven },
    text: facts.noFaultProven ? "\u5F53\u4E8B\u4EBA\u6709\u8BC1\u636E\u8DB3\u4EE5\u8BC1\u660E\u6CA1\u6709\u4E3B\u89C2\u8FC7\u9519\uFF0C\u4E0D\u4E88\u5904\u7F5A\u3002" : "\u5F53\u4E8B\u4EBA\u6CA1\u6709\u8BC1\u660E\u81EA\u5DF1\u6CA1\u6709\u4E3B\u89C2\u8FC7\u9519\u3002"
  };
}
function listGates({ violation: { facts, stage: stage2 }, rule, book }) {
  const { rows, conditions } = book.jurisdiction.noPenalty;
  const unmet = conditions.filter(({ id }) => LIST_CONDITIONS.includes(id) && !facts.listConditions[id]);
  const check3 = (gate, held) => {
    const row = rows.find((one) => one.gate === gate && one.provision === rule.id);
    const lacking2 = held.filter(([, holds]) => !holds).map(([name]) => name);
    if (!row) lacking2.push("\u6E05\u5355\u6CA1\u6709\u5217\u5165\u8FD9\u4E00\u8FDD\u6CD5\u884C\u4E3A");
    else if (!facts.listRowMet) lacking2.push(`\u4E0D\u7B26\u5408\u6E05\u5355\u6761\u4EF6\uFF08${row.condition}\uFF09`);
    if (stage2 !== "first") lacking2.push("\u5DF2\u4E0D\u5728\u9996\u6B21\u67E5\u5B9E\u9636\u6BB5");
    if (row) lacking2.push(...unmet.map(({ text: text2 }) => `\u9002\u7528\u6E05\u5355\u7684\u524D\u63D0\u6CA1\u6709\u6EE1\u8DB3\uFF1A${text2}`));
    const fires = lacking2.length === 0;
    const yes = gate === "N5" ? "\u5E94\u5F53\u4E0D\u4E88\u5904\u7F5A" : "\u53EF\u4EE5\u4E0D\u4E88\u5904\u7F5A\uFF0C\u9ED8\u8BA4\u4E0D\u7F5A\uFF0C\u6267\u6CD5\u4EBA\u5458\u8BF4\u660E\u7406\u7531\u53EF\u4EE5\u5904\u7F5A";
    return {
      ...{ gate, step: gate === "N5" ? "\u8F7B\u5FAE\u4E0D\u7F5A" : "\u9996\u8FDD\u4E0D\u7F5A", source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E09\u5341\u4E09\u6761\u7B2C\u4E00\u6B3E", fires },
      text: fires ? `${held.map(([name]) => name).join("\u3001")}\uFF0C\u7B26\u5408\u6E05\u5355\uFF1A${yes}\u3002` : `\u4E0D\u9002\u7528\uFF1A${lacking2.join("\uFF1B")}\u3002`
    };
  };
  const corrected = ["\u53CA\u65F6\u6539\u6B63", facts.correctedInTime];
  return [
    check3("N5", [["\u8FDD\u6CD5\u884C\u4E3A\u8F7B\u5FAE", facts.minor], corrected, ["\u6CA1\u6709\u9020\u6210\u5371\u5BB3\u540E\u679C", facts.noHarm]]),
    check3("N6", [["\u521D\u6B21\u8FDD\u6CD5", facts.firstTime], ["\u5371\u5BB3\u540E\u679C\u8F7B\u5FAE", facts.slightHarm], corrected])
  ];
}

// src/lib/shared/chinese-number.ts
var DIGITS = "\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";
var PLACES = [
  [1e3, "\u5343"],
  [100, "\u767E"],
  [10, "\u5341"]
];
function chineseNumber(value) {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no article number: ${value}`);
  let text2 = "";
  let rest = value;
  for (const [size, name] of PLACES) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit > 0) text2 += size === 10 && digit === 1 && text2 === "" ? name : DIGITS[digit] + name;
    else if (text2 !== "" && rest > 0 && !text2.endsWith("\u96F6")) text2 += "\u96F6";
  }
  return text2 + (rest > 0 ? DIGITS[rest] : "");
}
var DIGIT_VALUES = {
  ...Object.fromEntries([...DIGITS].map((digit, value) => [digit, value])),
  ...{ "\u3007": 0, "\u25CB": 0, \u4E24: 2 }
};
var PLACE_VALUES = { \u5341: 10, \u767E: 100, \u5343: 1e3 };
var NUMERALS = "\u96F6\u3007\u25CB\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u4E240-9\uFF10-\uFF19";
function readNumber(text2) {
  const plain = /[０-９]/.test(text2) ? text2.normalize("NFKC") : text2;
  if (/^\d{1,6}$/.test(plain)) return Number(plain);
  if (plain === "") return null;
  if ([...plain].every((sign) => sign in DIGIT_VALUES))
    return Number([...plain].map((sign) => DIGIT_VALUES[sign]).join(""));
  let total = 0;
  let digit = null;
  for (const sign of plain) {
    if (sign in DIGIT_VALUES) digit = DIGIT_VALUES[sign];
    else if (sign in PLACE_VALUES) {
      total += (digit ?? 1) * PLACE_VALUES[sign];
      digit = null;
    } else return null;
  }
  return total + (digit ?? 0);
}

// src/lib/shared/citation.ts
function formatArticle(article) {
  const [number2, sub] = article.split("-").map(Number);
  return `\u7B2C${chineseNumber(number2)}\u6761${sub ? `\u4E4B${chineseNumber(sub)}` : ""}`;
}
function formatReference({ article, paragraph: paragraph2, item: item2 }) {
  const paragraphText = paragraph2 ? `\u7B2C${chineseNumber(paragraph2)}\u6B3E` : "";
  return formatArticle(article) + paragraphText + (item2 ? `\u7B2C\uFF08${chineseNumber(item2)}\uFF09\u9879` : "");
}
var ARTICLE = /^[1-9]\d{0,3}(-[1-9]\d?)?$/;

// src/lib/discretion/domain/stage-table.ts
function penaltyReference({ article, paragraph: paragraph2, item: item2, part }) {
  const reference = formatReference({ article, paragraph: paragraph2, item: item2 });
  if (part === void 0) return reference;
  return /^\d+-\d+$/.test(part) ? `${reference}\u7B2C${part.replace("-", "\u81F3")}\u9879` : `${reference}\uFF08${part}\uFF09`;
}

// src/lib/discretion/domain/statement.ts
function stateReasons(grounds) {
  const { rule, stageLabel, statutory, weighed, tier, tierText, bracket, suggested, book } = grounds;
  const { benchmark, frame } = book;
  const titleOf = (law2) => frame.laws[law2] ?? "";
  const accepted = weighed.list.filter(({ rejected }) => rejected === null);
  const refused = weighed.list.filter(({ rejected }) => rejected !== null);
  const factors = accepted.map(({ factor, evidence }) => `${factor.id}${factor.text}\uFF08\u8BC1\u636E\uFF1A${evidence.join("\u3001")}\uFF09`);
  const claims = refused.map(({ factor, rejected }) => `${factor.id}${factor.text}\uFF1A${rejected}`);
  const upper = tier === "\u51CF\u8F7B" ? "\uFF08\u4E0D\u542B\u4E0A\u7AEF\uFF09" : "";
  return [
    `\u8FDD\u6CD5\u4E8B\u5B9E\uFF1A${rule.violation}\uFF08\u65F6\u95F4\u3001\u5730\u70B9\u3001\u6570\u91CF\uFF1A\u3014\u636E\u5377\u586B\u5199\u3015\uFF09\u3002`,
    `\u8FDD\u53CD\u7684\u4E49\u52A1\u6761\u6B3E\uFF1A${rule.duties.map((duty) => titleOf(duty.law) + dutyText(duty)).join("\u3001")}\u3002`,
    `\u5904\u7F5A\u4F9D\u636E\uFF1A${titleOf(rule.penalty.law)}${penaltyReference(rule.penalty)}\uFF0C\u9636\u6BB5\uFF1A${stageLabel}\uFF0C\u6CD5\u5B9A\u5E45\u5EA6\uFF1A${statutory}\u3002`,
    `\u8003\u8651\u7684\u56E0\u5B50\uFF1A${factors.length > 0 ? factors.join("\uFF1B") : "\u6CA1\u6709\u6210\u7ACB\u7684\u4ECE\u8F7B\u6216\u4ECE\u91CD\u56E0\u5B50"}\u3002`,
    `\u672A\u91C7\u7EB3\u7684\u4E3B\u5F20\uFF1A${claims.length > 0 ? claims.join("\uFF1B") : "\u65E0"}\u3002`,
    `\u88C1\u91CF\u9636\u6B21\uFF1A${tier}\uFF08${tierText.replace(/。$/, "")}\uFF09\uFF0C\u4F9D\u636E${benchmark.title}\u7B2C${benchmark.version}\u7248\u3002`,
    `\u6570\u989D\uFF1A${formatMoney(bracket.min)}\u81F3${formatMoney(bracket.max)}${upper}\uFF0C\u5EFA\u8BAE${formatMoney(suggested)}\u3002`,
    "\u7C7B\u6848\u5BF9\u7167\uFF1A\u3014\u586B\u5199\u672C\u673A\u5173\u540C\u7C7B\u6848\u4EF6\u3015\u3002"
  ].join("");
}
var dutyText = ({ article, paragraph: paragraph2, item: item2, note }) => article === null ? note ?? "\u6761\u53F7\u672A\u6838" : formatReference({ article, paragraph: paragraph2, item: item2 });

// src/lib/discretion/domain/decide-party.ts
function noFine({ violation, rule }, outcome) {
  return {
    ...{ violation: violation.id, provision: rule.id, punish: false, ...outcome },
    ...{ statutory: null, bracket: null, suggested: null, sanctions: [], isDiscussed: false, statement: "" }
  };
}
function orderOf(rule, stage2) {
  const order = rule.stages[stage2]?.order;
  return order && !order.startsWith("\u65E0") ? order : "\u8D23\u4EE4\u6539\u6B63\u6216\u8005\u9650\u671F\u6539\u6B63";
}
function decideParty(rules, at) {
  const candidates = candidatesFor(rules, at.stage, at);
  if (!candidates.ok) return candidates;
  const chosen = chooseRule(candidates.value.filter(({ rule }) => rule.stages[at.stage]));
  const inner = { ...at, rule: chosen.rule };
  say(inner, subjectReason(inner));
  say(inner, choiceReason(candidates.value, chosen));
  const facts = { violation: at.violation, party: at.party, rule: chosen.rule, book: at.book };
  const checks = checkGates(facts).slice(1);
  at.notes.reasons.push(...gateReasons(facts, checks));
  const gate = checks.find(({ fires }) => fires)?.gate;
  const order = orderOf(chosen.rule, at.stage);
  if (gate) return ok(noFine(inner, { gate, tier: "\u4E0D\u4E88\u5904\u7F5A", orderToCorrect: order }));
  return ok(chosen.statutory ? fined(inner, chosen.statutory) : withoutFine(inner));
}
function subjectReason(at) {
  const { rule, party, stage: stage2 } = at;
  const isNamed = rule.subjects.some((one) => meets(one, party.party));
  const text2 = isNamed ? `${party.party}\u662F${rule.id}\u7684\u5904\u7F5A\u5BF9\u8C61\u3002` : `${rule.id}\u4E0D\u5904\u7F5A${party.party}\uFF0C\u53EA\u5904\u7F5A\uFF1A${rule.subjects.join("\u3001")}\u3002`;
  return {
    step: "\u5904\u7F5A\u5BF9\u8C61",
    outcome: isNamed ? "\u9002\u683C" : "\u4E0D\u9002\u683C",
    text: `${text2}\u9636\u6BB5\uFF1A${STAGES[stage2]}\u3002`,
    source: sourceOf(at)
  };
}
var sourceOf = ({ rule, book }) => (book.frame.laws[rule.penalty.law] ?? "") + penaltyReference(rule.penalty);
function say({ violation, party, notes }, reason) {
  if (reason) notes.reasons.push({ violation: violation.id, party: party.label ?? party.party, ...reason });
}
function withoutFine(at) {
  const { rule, party, stage: stage2, violation } = at;
  const sanctions = sanctionsOn(at);
  const order = orderOf(rule, stage2);
  const isPenalty = sanctions.some((code) => !MERE_ORDERS.includes(code));
  const isNamed = rule.subjects.some((one) => meets(one, party.party));
  const gate = isPenalty || !isNamed ? null : "F1";
  const outcome = { gate, orderToCorrect: order, tier: isNamed || isPenalty ? "\u6682\u4E0D\u7F5A\u6B3E" : "\u4E0D\u4E88\u5904\u7F5A" };
  const text2 = isPenalty ? `\u201C${STAGES[stage2]}\u201D\u5BF9${party.party}\u6CA1\u6709\u7F5A\u6B3E\uFF0C\u5904\u4EE5\uFF1A${sanctions.map((code) => SANCTIONS[code].label).join("\u3001")}\u3002` : `\u201C${STAGES[stage2]}\u201D\u5BF9${party.party}\u6CA1\u6709\u7F5A\u6B3E\uFF0C\u53EA${order}\uFF1B\u590D\u67E5\u540E\u518D\u770B\u4E0B\u4E00\u9636\u6BB5\u3002`;
  say(at, { step: "\u9636\u6BB5", outcome: gate ?? outcome.tier, text: text2, source: sourceOf(at) });
  const confiscate = confiscated(at, sanctions);
  return { ...noFine({ violation, rule }, outcome), punish: isPenalty, sanctions, ...confiscate };
}
function fined(at, statutory) {
  const { rule, party, stage: stage2, book, violation } = at;
  const { benchmark } = book;
  const weighed = weighFactors(party, { rule, stage: stage2, benchmark });
  const choice = chooseTier(weighed, statutory, benchmark);
  const { tier, guard } = choice;
  const bracket = bracketOf(tier, statutory, { book, place: { provision: rule.id, stage: stage2 } });
  const suggested = suggestedPoint(bracket, kindOf(party.party, party.facts.kind), { benchmark, tier });
  const sanctions = sanctionsOn(at);
  explain(at, weighed, { statutory, choice, bracket, suggested });
  warn(at, statutory);
  return {
    ...{ violation: violation.id, provision: rule.id, punish: true, gate: null, tier },
    ...{ statutory: { min: statutory.min, max: statutory.max }, bracket, suggested, sanctions },
    ...confiscated(at, sanctions),
    orderToCorrect: orderOf(rule, stage2),
    isDiscussed: guard === "G1" || tier === "\u51CF\u8F7B" && benchmark.reduced.requiresCollectiveDiscussion,
    statement: stateReasons({
      ...{ rule, stageLabel: STAGES[stage2], statutory: statutory.text, weighed, tier, tierText: choice.text },
      ...{ bracket, suggested, book }
    })
  };
}
function explain(at, { list }, { statutory, choice, bracket, suggested }) {
  const { benchmark } = at.book;
  const source = `${benchmark.id} \u7B2C${benchmark.version}\u7248`;
  const range = { step: "\u6CD5\u5B9A\u5E45\u5EA6", outcome: STAGES[at.stage], text: statutory.text };
  say(at, { ...range, source: statutory.replacedBy ?? sourceOf(at) });
  for (const { factor, evidence, rejected } of list) {
    const why = rejected === null ? `\u8BC1\u636E\uFF1A${evidence.join("\u3001")}` : `\u4E0D\u8BA1\uFF1A${rejected}`;
    const outcome = rejected === null ? factor.id : "\u4E0D\u8BA1";
    say(at, { step: "\u88C1\u91CF\u56E0\u5B50", outcome, text: `${factor.id} ${factor.text}\uFF1B${why}`, source });
    if (rejected !== null) {
      at.notes.warnings.push(`${at.party.label ?? at.party.party}\uFF1A${factor.id}\u6CA1\u6709\u8BA1\u5165\uFF0C${rejected}\u3002`);
    }
  }
  say(at, { step: "\u88C1\u91CF\u9636\u6B21", outcome: choice.tier, text: choice.text, source });
  const amount = formatMoney(suggested);
  const text2 = `${formatMoney(bracket.min)}\u81F3${formatMoney(bracket.max)}\uFF0C\u5EFA\u8BAE${amount}\uFF1B\u5728\u533A\u95F4\u5185\u53E6\u53D6\u6570\u989D\u8981\u8BF4\u660E\u7406\u7531\u3002`;
  say(at, { step: "\u6570\u989D", outcome: amount, text: text2, source });
}
function warn({ rule, stage: stage2, book, notes, party, violation }, { fine: fine2, min }) {
  const { accidentSubranges } = book.jurisdiction;
  if (fine2.kind === "range_by_accident_level" && !accidentSubranges.enabled) {
    notes.warnings.push(
      `${rule.id}\uFF1A\u6CA1\u6709\u542F\u7528\u4E8B\u6545\u7F5A\u6B3E\u7684\u7EC6\u5206\u6863\u6B21\uFF08${accidentSubranges.source}\uFF09\uFF1B\u7EC6\u5206\u540E\u7684\u4E0B\u9650\u53EF\u80FD\u9AD8\u4E8E\u8FD9\u91CC\u7684\u6570\u989D\uFF0C\u51B3\u5B9A\u524D\u5FC5\u987B\u6838\u5BF9\u3002`
    );
  }
  if (!fine2.mandatory) notes.warnings.push(`${rule.id}\uFF1A\u6CD5\u5F8B\u5199\u7684\u662F\u201C\u53EF\u4EE5\u201D\u5904\u7F5A\u6B3E\uFF0C\u7F5A\u4E0E\u4E0D\u7F5A\u90FD\u8981\u8BF4\u660E\u7406\u7531\u3002`);
  if (min === 0 && fine2.mandatory)
    notes.warnings.push(`${rule.id}\uFF1A\u6CA1\u6709\u4E0B\u9650\u4F46\u5E94\u5F53\u5904\u7F5A\u6B3E\uFF0C\u6570\u989D\u5FC5\u987B\u5927\u4E8E0\uFF1B\u4E0D\u7F5A\u53EA\u80FD\u8D70\u4E0D\u4E88\u5904\u7F5A\u7684\u7406\u7531\u3002`);
  if (fine2.when?.gravity === "ordinary")
    notes.warnings.push(`${rule.id}\uFF1A\u6309\u4E00\u822C\u60C5\u5F62\u8BA1\u7B97\uFF1B\u60C5\u8282\u7279\u522B\u4E25\u91CD\u7684\u5E45\u5EA6\u66F4\u9AD8\uFF0C\u987B\u53E6\u6709\u7406\u7531\u3002`);
  for (const { code, target, mandatory, condition } of rule.stages[stage2]?.sanctions ?? []) {
    const meetsSome = violation.parties.some((one) => isSanctioned(target, one.party));
    if (mandatory && !meetsSome)
      notes.warnings.push(`${rule.id}\uFF1A\u8FD8\u5E94\u5BF9${target}${SANCTIONS[code].label}\uFF0C\u672C\u6B21\u6CA1\u6709\u5217\u5165\u8BE5\u5F53\u4E8B\u4EBA\u3002`);
    if (!mandatory && code !== "confiscate_income" && isSanctioned(target, party.party)) {
      notes.warnings.push(
        `${rule.id}\uFF1A${condition ?? "\u5FC5\u8981\u65F6"}\uFF0C\u53EF\u4EE5\u5BF9${target}${SANCTIONS[code].label}\uFF0C\u987B\u5355\u72EC\u8BF4\u660E\u7406\u7531\u3002`
      );
    }
  }
}
function sanctionsOn({ rule, stage: stage2, party, violation }) {
  const hasIncome = (violation.facts.illegalIncome ?? 0) > 0;
  return (rule.stages[stage2]?.sanctions ?? []).filter(({ target }) => isSanctioned(target, party.party)).filter(({ code, mandatory }) => code === "confiscate_income" ? hasIncome : mandatory).map(({ code }) => code);
}
function confiscated({ violation }, sanctions) {
  const income = violation.facts.illegalIncome;
  return sanctions.includes("confiscate_income") && income !== void 0 ? { confiscate: income } : {};
}

// src/lib/discretion/domain/validity.ts
function validityOn({ valid, penalty, validityNote }, day2, supersessions) {
  const { from, to } = valid;
  const state = day2 < from ? "not-yet" : to !== null && to < day2 ? "ended" : "in-force";
  const until = to === null ? "\u8D77\u7EC8\u4E86\u7684\u884C\u4E3A" : `\u8D77\u3001${formatDay(to)}\u4EE5\u524D\u7EC8\u4E86\u7684\u884C\u4E3A`;
  const replaced = to === null ? void 0 : supersessions.find(({ law: law2 }) => law2 === penalty.law);
  const why = replaced ? `\u81EA${formatDay(replaced.effective)}\u8D77\u7531${replaced.replacedBy}\u53D6\u4EE3\uFF1A${replaced.rule}\u3002` : "";
  const note = validityNote ? `\uFF08${validityNote.replace(/。$/, "")}\uFF09` : "";
  return { state, sentence: `\u9002\u7528\u4E8E${formatDay(from)}${until}${note}\u3002${why}` };
}

// src/lib/discretion/domain/govern.ts
var SOURCE = "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E09\u5341\u4E03\u6761";
function governingRules(violation, { book, decidedOn }, { reasons, warnings }) {
  const day2 = violation.actEndedOn ?? decidedOn;
  const say2 = (outcome, text2) => reasons.push({ violation: violation.id, step: "\u6CD5\u5F8B\u9002\u7528", outcome, text: text2, source: SOURCE });
  const all = violation.candidates.map((id) => book.provisions.get(id));
  const states = all.map((rule) => ({ rule, ...validityOn(rule, day2, book.frame.supersessions) }));
  const ended = states.find(({ state }) => state === "ended");
  if (ended) {
    const text2 = `\u884C\u4E3A\u7EC8\u4E86\u65E5${formatDay(day2)}\uFF0C${ended.rule.id}\u5DF2\u4E0D\u9002\u7528\uFF1A${ended.sentence}`;
    return refusal("superseded", text2);
  }
  const current = states.filter(({ state }) => state === "in-force").map(({ rule }) => rule);
  for (const { rule, sentence } of states.filter(({ state }) => state === "not-yet")) {
    say2("\u4E0D\u9002\u7528", `${rule.id}\uFF1A${sentence}`);
  }
  if (current.length === 0) {
    return refusal("not-in-force", `\u884C\u4E3A\u7EC8\u4E86\u65E5${formatDay(day2)}\uFF0C\u6240\u5217\u7F5A\u5219\u90FD\u8FD8\u6CA1\u6709\u65BD\u884C\uFF1A${states[0].sentence}`);
  }
  const unverified = current.find(({ verified }) => !verified);
  if (unverified) return refusal("unverified", `${unverified.id}\u7684\u6570\u989D\u6CA1\u6709\u5BF9\u7167\u5B98\u65B9\u6587\u672C\uFF0C\u4E0D\u5F97\u636E\u4EE5\u8BA1\u7B97\u7F5A\u6B3E\u3002`);
  const rules = current.filter(({ scorable }) => scorable);
  if (rules.length === 0) {
    return refusal("not-scorable", `${current[0].id}\u81EA\u8EAB\u6CA1\u6709\u53EF\u8BA1\u7B97\u7684\u7F5A\u6B3E\uFF1A${current[0].notes ?? "\u5C5E\u6307\u5F15\u6216\u673A\u5236\u6761\u6B3E"}`);
  }
  for (const { id } of current.filter(({ scorable }) => !scorable)) say2("\u4E0D\u8BA1", `${id}\u662F\u6307\u5F15\u6216\u673A\u5236\u6761\u6B3E\uFF0C\u4E0D\u636E\u4EE5\u7F5A\u6B3E\u3002`);
  say2(
    "\u9002\u7528",
    `\u884C\u4E3A${violation.actEndedOn ? `\u7EC8\u4E86\u4E8E${formatDay(day2)}` : "\u4ECD\u5728\u7EE7\u7EED\uFF0C\u6309\u51B3\u5B9A\u4E4B\u65E5\u7684\u6CD5"}\uFF0C\u9002\u7528\uFF1A${rules.map(({ id }) => id).join("\u3001")}\u3002`
  );
  warnings.push(...rules.filter(({ valid }) => valid.to !== null && valid.to < decidedOn).map(lighterLaw));
  return { rules };
}
var lighterLaw = ({ id }) => `${id}\u5728\u4F5C\u51FA\u51B3\u5B9A\u65F6\u5DF2\u88AB\u53D6\u4EE3\uFF1A\u4ECE\u65E7\u517C\u4ECE\u8F7B\uFF0C\u8981\u6838\u5BF9\u65B0\u6CD5\u662F\u5426\u5904\u7F5A\u8F83\u8F7B\u6216\u4E0D\u518D\u5904\u7F5A\uFF08\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E09\u5341\u4E03\u6761\uFF09\uFF1B\u6B64\u5904\u5047\u5B9A\u65B0\u6CD5\u4E0D\u66F4\u8F7B\u3002`;
var refusal = (code, text2) => ({ refused: { code, text: text2, source: SOURCE } });

// src/lib/discretion/domain/decide.ts
function decide(input, book) {
  const notes = { reasons: [], warnings: [] };
  const outcomes = [];
  for (const violation of input.violations) {
    const outcome = decideViolation(violation, { book, decidedOn: input.decidedOn }, notes);
    if (!outcome.ok) {
      const { code, message } = outcome.refusal;
      const source = SOURCES[code] ?? "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E09\u5341\u4E03\u6761";
      notes.reasons.push({ violation: violation.id, step: "\u62D2\u7EDD\u8BA1\u7B97", outcome: code, text: message, source });
      return finish([], { outcomes, book, notes }, { code, text: `${violation.id}\uFF1A${message}`, source });
    }
    outcomes.push(outcome.value);
  }
  const parties = combineParties(
    outcomes.flatMap(({ decided }) => decided),
    book,
    notes
  );
  return finish(
    parties,
    { outcomes, book, notes },
    outcomes.every(({ handsOver }) => handsOver) ? HAND_OVER : void 0
  );
}
var SOURCES = {
  "no-such-stage": "\u5B89\u5168\u751F\u4EA7\u6CD5\u7B2C\u516D\u7AE0",
  "facts-missing": "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u56DB\u5341\u6761",
  "impossible-dates": "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u56DB\u5341\u6761",
  "no-original-fine": "\u5B89\u5168\u751F\u4EA7\u6CD5\u7B2C\u4E00\u767E\u4E00\u5341\u4E8C\u6761",
  "wrong-subject": "\u5B89\u5168\u751F\u4EA7\u6CD5\u7B2C\u4E00\u767E\u4E00\u5341\u4E8C\u6761"
};
var HAND_OVER = {
  code: "crime-first",
  text: "\u6D89\u5ACC\u72AF\u7F6A\uFF0C\u5148\u79FB\u9001\u53F8\u6CD5\u673A\u5173\uFF0C\u4E0D\u5F97\u4EE5\u7F5A\u4EE3\u5211\uFF1B\u6CA1\u6709\u8FFD\u7A76\u5211\u4E8B\u8D23\u4EFB\u9000\u56DE\u7684\uFF0C\u518D\u8BA1\u7B97\u7F5A\u6B3E\u3002",
  source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u4E8C\u5341\u4E03\u6761"
};
function finish(parties, { outcomes, book, notes }, refused) {
  const { id, version: version2 } = book.benchmark;
  const criminal = outcomes.flatMap(({ rules }) => rules.flatMap((rule) => rule.criminal));
  return {
    ...{ parties, criminalCheck: [...new Set(criminal)], reasons: notes.reasons },
    ...{ warnings: [...new Set(notes.warnings)], benchmark: { id, version: version2 } },
    ...refused && { refused }
  };
}
function decideViolation(violation, setting, notes) {
  const impossible = checkDates(violation, setting.decidedOn);
  if (impossible) return refuse("impossible-dates", impossible);
  if (!violation.facts.proven) return ok(unproven(violation, setting.book, notes));
  const governing = governingRules(violation, setting, notes);
  if ("refused" in governing) return refuse(governing.refused.code, governing.refused.text);
  const { rules } = governing;
  if (crimeComesFirst(violation, { rules, notes })) {
    const decided2 = violation.parties.map((party) => ({
      party,
      decision: noFine(
        { violation, rule: rules[0] },
        { gate: null, tier: "\u6682\u4E0D\u7F5A\u6B3E", orderToCorrect: "\u8D23\u4EE4\u6539\u6B63\u6216\u8005\u9650\u671F\u6539\u6B63" }
      )
    }));
    return ok({ decided: decided2, rules, handsOver: true });
  }
  const decided = [];
  for (const party of violation.parties) {
    const decision = decideOne(party, { violation, rules, setting, notes });
    if (!decision.ok) return decision;
    decided.push({ party, decision: decision.value });
  }
  return ok({ decided, rules, handsOver: false });
}
function checkDates({ actEndedOn, facts }, decidedOn) {
  const { discoveredOn, orderServedOn, reinspectedOn } = facts;
  if (actEndedOn !== null && actEndedOn > decidedOn) return `\u884C\u4E3A\u7EC8\u4E86\u65E5${actEndedOn}\u665A\u4E8E\u51B3\u5B9A\u65E5${decidedOn}\u3002`;
  if (discoveredOn !== void 0 && discoveredOn > decidedOn) return `\u53D1\u73B0\u65E5${discoveredOn}\u665A\u4E8E\u51B3\u5B9A\u65E5${decidedOn}\u3002`;
  if (orderServedOn !== void 0 && reinspectedOn !== void 0 && reinspectedOn < orderServedOn) {
    return `\u590D\u67E5\u65E5${reinspectedOn}\u65E9\u4E8E\u8D23\u4EE4\u6539\u6B63\u6587\u4E66\u9001\u8FBE\u65E5${orderServedOn}\u3002`;
  }
  if (reinspectedOn !== void 0 && reinspectedOn > decidedOn) return `\u590D\u67E5\u65E5${reinspectedOn}\u665A\u4E8E\u51B3\u5B9A\u65E5${decidedOn}\u3002`;
  return null;
}
function unproven(violation, { provisions }, { reasons }) {
  const rule = provisions.get(violation.candidates[0]);
  const text2 = "\u8FDD\u6CD5\u4E8B\u5B9E\u4E0D\u6E05\u6216\u8BC1\u636E\u4E0D\u8DB3\uFF0C\u4E0D\u5F97\u5904\u7F5A\u3002";
  reasons.push({ violation: violation.id, step: "\u4E8B\u5B9E\u4E0E\u8BC1\u636E", outcome: "N0", text: text2, source: "\u884C\u653F\u5904\u7F5A\u6CD5\u7B2C\u56DB\u5341\u6761" });
  const decision = noFine({ violation, rule }, { gate: "N0", tier: "\u4E0D\u4E88\u5904\u7F5A", orderToCorrect: null });
  return { decided: violation.parties.map((party) => ({ party, decision })), rules: [rule], handsOver: false };
}
function crimeComesFirst({ id, facts }, { rules, notes }) {
  const first = facts.crimeSuspected && !facts.crimeReturned;
  const articles = [...new Set(rules.flatMap(({ criminal }) => criminal))];
  const list = articles.length > 0 ? `\u8981\u6838\u5BF9\u5211\u6CD5\u7B2C${articles.join("\u3001")}\u6761` : "\u6CA1\u6709\u5BF9\u5E94\u7684\u5211\u6CD5\u6761\u6587\u63D0\u793A";
  const text2 = first ? `${HAND_OVER.text}${list}\u3002` : `${facts.crimeReturned ? "\u53F8\u6CD5\u673A\u5173\u5DF2\u9000\u56DE\uFF0C\u6CA1\u6709\u8FFD\u7A76\u5211\u4E8B\u8D23\u4EFB" : "\u6CA1\u6709\u53D1\u73B0\u72AF\u7F6A\u5ACC\u7591"}\uFF1B${list}\u3002`;
  notes.reasons.push({
    violation: id,
    step: "\u6D89\u5ACC\u72AF\u7F6A",
    outcome: first ? "\u79FB\u9001" : "\u901A\u8FC7",
    text: text2,
    source: HAND_OVER.source
  });
  return first;
}
function decideOne(party, { violation, rules, setting: { book }, notes }) {
  const { stage: stage2 } = violation;
  const daily = dailyRule(rules, book);
  if (stage2 === "daily" || stage2 === "refused" && daily !== null && rules.includes(daily)) {
    if (daily) return decideDaily(daily, { violation, party, book }, notes);
    return refuse("no-such-stage", `${rules[0].id}\u6240\u5728\u7684\u6CD5\u6CA1\u6709\u6309\u65E5\u8FDE\u7EED\u5904\u7F5A\u7684\u89C4\u5B9A\u3002`);
  }
  const staged = rules.filter((rule) => rule.stages[stage2]);
  if (staged.length === 0) {
    const known = rules.flatMap((rule) => Object.keys(rule.stages)).map((one) => STAGES[one]);
    return refuse(
      "no-such-stage",
      `${rules.map(({ id }) => id).join("\u3001")}\u6CA1\u6709\u201C${STAGES[stage2]}\u201D\u8FD9\u4E00\u6863\uFF0C\u53EA\u6709\uFF1A${[...new Set(known)].join("\u3001")}\u3002`,
      "stage"
    );
  }
  return decideParty(rules, { violation, party, stage: stage2, book, notes });
}

// node_modules/valibot/dist/index.mjs
var store$4;
var DEFAULT_CONFIG = {
  lang: void 0,
  message: void 0,
  abortEarly: void 0,
  abortPipeEarly: void 0
};
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}
var store$3;
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
var store$2;
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
var store$1;
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference, lang) {
  return store$1?.get(reference)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
  const type = typeof input;
  if (type === "string") return `"${input}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
  if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input,
    expected,
    received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
  if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue);
  else dataset.issues = [issue];
}
// @__NO_SIDE_EFFECTS__
function _isSameValueZero(value1, value2) {
  return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
// @__NO_SIDE_EFFECTS__
function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list = [...new Set(values$1)];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
}
function _standardSchema(schema) {
  schema["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema;
}
// @__NO_SIDE_EFFECTS__
function getDotPath(issue) {
  if (issue.path) {
    let key = "";
    for (const item2 of issue.path) if (typeof item2.key === "string" || typeof item2.key === "number") if (key) key += `.${item2.key}`;
    else key += item2.key;
    else return null;
    return key;
  }
  return null;
}
// @__NO_SIDE_EFFECTS__
function check(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check,
    async: false,
    expects: null,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function integer(message$1) {
  return {
    kind: "validation",
    type: "integer",
    reference: integer,
    async: false,
    expects: null,
    requirement: Number.isInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function length(requirement, message$1) {
  return {
    kind: "validation",
    type: "length",
    reference: length,
    async: false,
    expects: `${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function maxValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_value",
    reference: maxValue,
    async: false,
    expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function minLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_length",
    reference: minLength,
    async: false,
    expects: `>=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function minValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_value",
    reference: minValue,
    async: false,
    expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function regex(requirement, message$1) {
  return {
    kind: "validation",
    type: "regex",
    reference: regex,
    async: false,
    expects: `${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function transform(operation) {
  return {
    kind: "transformation",
    type: "transform",
    reference: transform,
    async: false,
    operation,
    "~run"(dataset) {
      dataset.value = this.operation(dataset.value);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function trim() {
  return {
    kind: "transformation",
    type: "trim",
    reference: trim,
    async: false,
    "~run"(dataset) {
      dataset.value = dataset.value.trim();
      return dataset;
    }
  };
}
var ABORT_EARLY_CONFIG = { abortEarly: true };
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function array(item2, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item: item2,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input.length; key++) {
          const value$1 = input[key];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function literal(literal_, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "literal",
    reference: literal,
    expects: /* @__PURE__ */ _stringify(literal_),
    async: false,
    literal: literal_,
    message: message$1,
    "~run"(dataset, config$1) {
      if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function null_(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "null",
    reference: null_,
    expects: "null",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.value === null) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullable(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullable",
    reference: nullable,
    expects: `(${wrapped.expects} | null)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function number(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number,
    expects: "number",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function optional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped.expects} | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function record(key, value$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "record",
    reference: record,
    expects: "Object",
    async: false,
    key,
    value: value$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
          const entryValue = input[entryKey];
          const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of keyDataset.issues) {
              issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = keyDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
          if (valueDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "value",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of valueDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = valueDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
          if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function strictObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "strict_object",
    reference: strictObject,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
        if (!dataset.issues || !config$1.abortEarly) {
          for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
            _addIssue(this, "key", dataset, config$1, {
              input: key,
              expected: "never",
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function string(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function tuple(items, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "tuple",
    reference: tuple,
    expects: "Array",
    async: false,
    items,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < this.items.length; key++) {
          const value$1 = input[key];
          const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function _subIssues(datasets) {
  let issues;
  if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
  else issues = dataset.issues;
  return issues;
}
// @__NO_SIDE_EFFECTS__
function union(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "union",
    reference: union,
    expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      let validDataset;
      let typedDatasets;
      let untypedDatasets;
      for (const schema of this.options) {
        const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
        if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
        else typedDatasets = [optionDataset];
        else {
          validDataset = optionDataset;
          break;
        }
        else if (untypedDatasets) untypedDatasets.push(optionDataset);
        else untypedDatasets = [optionDataset];
      }
      if (validDataset) return validDataset;
      if (typedDatasets) {
        if (typedDatasets.length === 1) return typedDatasets[0];
        _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
        dataset.typed = true;
      } else if (untypedDatasets?.length === 1) return untypedDatasets[0];
      else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function variant(key, options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "variant",
    reference: variant,
    expects: "Object",
    async: false,
    key,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        let outputDataset;
        let maxDiscriminatorPriority = 0;
        let invalidDiscriminatorKey = this.key;
        let expectedDiscriminators = [];
        const parseOptions = (variant$1, allKeys) => {
          for (const schema of variant$1.options) {
            if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
            else {
              let keysAreValid = true;
              let currentPriority = 0;
              for (const currentKey of allKeys) {
                const discriminatorSchema = schema.entries[currentKey];
                if (currentKey in input ? discriminatorSchema["~run"]({
                  typed: false,
                  value: input[currentKey]
                }, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
                  keysAreValid = false;
                  if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
                    maxDiscriminatorPriority = currentPriority;
                    invalidDiscriminatorKey = currentKey;
                    expectedDiscriminators = [];
                  }
                  if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
                  break;
                }
                currentPriority++;
              }
              if (keysAreValid) {
                const optionDataset = schema["~run"]({ value: input }, config$1);
                if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
              }
            }
            if (outputDataset && !outputDataset.issues) break;
          }
        };
        parseOptions(this, /* @__PURE__ */ new Set([this.key]));
        if (outputDataset) return outputDataset;
        _addIssue(this, "type", dataset, config$1, {
          input: input[invalidDiscriminatorKey],
          expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
          path: [{
            type: "object",
            origin: "value",
            input,
            key: invalidDiscriminatorKey,
            value: input[invalidDiscriminatorKey]
          }]
        });
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item2 of pipe$1) if (item2.kind !== "metadata") {
        if (dataset.issues && (item2.kind === "schema" || item2.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item2["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema, input, config$1) {
  const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}

// src/lib/platform/content-files.server.ts
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
var import_yaml = __toESM(require_dist(), 1);

// src/lib/shared/canonical.ts
import { createHash } from "node:crypto";
function canonical(value) {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new TypeError(`only safe integers have a canonical form, not ${value}`);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, part]) => part !== void 0);
    entries.sort(([left], [right]) => left < right ? -1 : 1);
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
function sha256(text2) {
  return createHash("sha256").update(text2).digest("hex");
}

// src/lib/shared/piece.ts
var AREAS = {
  facts: "\u8FDD\u6CD5\u4E8B\u5B9E",
  procedure: "\u8C03\u67E5\u7A0B\u5E8F",
  evidence: "\u6848\u4EF6\u8BC1\u636E",
  law: "\u6CD5\u5F8B\u9002\u7528",
  discretion: "\u81EA\u7531\u88C1\u91CF"
};
var INDUSTRIES = ["\u5DE5\u8D38", "\u5371\u5316", "\u70DF\u82B1\u7206\u7AF9", "\u51B6\u91D1", "\u975E\u7164\u77FF\u5C71", "\u5EFA\u7B51\u65BD\u5DE5", "\u5546\u8D38\u670D\u52A1", "\u7EFC\u5408"];

// src/lib/platform/content-files.server.ts
function readFolder(root, folder, ending) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(ending)).map((entry) => {
    const full = join(entry.parentPath, entry.name);
    const text2 = readFileSync(full, "utf8");
    return { path: relative(root, full), name: entry.name.slice(0, -ending.length), text: text2, digest: sha256(text2) };
  }).sort((left, right) => left.path < right.path ? -1 : 1);
}
var describe = (issue) => `\u5E94\u4E3A ${issue.expected ?? "\u5176\u4ED6\u503C"}\uFF0C\u5B9E\u4E3A ${issue.received}`;
function parseYaml(path, text2, schema, startLine = 1) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text2, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset) => lines.linePos(offset).line + startLine - 1;
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => ({
      file: path,
      line: lineAt(pos[0]),
      field: "yaml",
      message
    }));
    return { ok: false, faults };
  }
  const lineOf = (keys) => {
    const node = keys.length === 0 ? document.contents : document.getIn(keys.map(toKey), true);
    if ((0, import_yaml.isNode)(node) && node.range) return lineAt(node.range[0]);
    return keys.length === 0 ? startLine : lineOf(keys.slice(0, -1));
  };
  const at = (field, message) => ({ file: path, line: lineOf(field.split(".")), field, message });
  const result = safeParse(schema, document.toJS(), { message: describe });
  if (result.success) return { ok: true, value: result.output, at };
  return { ok: false, faults: result.issues.map((issue) => at(getDotPath(issue) ?? "", issue.message)) };
}
var toKey = (key) => /^\d+$/.test(key) ? Number(key) : key;
var slug = pipe(string(), regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26"));
var line = pipe(string(), trim(), minLength(1, "\u4E0D\u80FD\u4E3A\u7A7A"));
var day = pipe(string(), check(isDay, "\u65E5\u671F\u5199\u4F5C 2026-11-22"));
var review = strictObject({ by: line, on: day });
var provenance = {
  id: slug,
  title: line,
  author: line,
  internalReview: optional(review),
  legalReview: optional(review),
  sources: pipe(array(line), minLength(1, "\u81F3\u5C11\u5199\u660E\u4E00\u4E2A\u6765\u6E90"))
};
var about = {
  industry: picklist(INDUSTRIES),
  areas: pipe(array(picklist(Object.keys(AREAS))), minLength(1)),
  difficulty: pipe(number(), integer(), minValue(1), maxValue(5)),
  asOf: day
};
var articleNumber = pipe(string(), regex(ARTICLE, '\u6761\u53F7\u5199\u4F5C "97" \u6216 "134-1"'));
var citation = strictObject({
  law: slug,
  article: articleNumber,
  paragraph: optional(pipe(number(), integer(), minValue(1))),
  item: optional(pipe(number(), integer(), minValue(1)))
});
function checkProvenance(file, piece, at) {
  const faults = [];
  if (piece.id !== file.name) faults.push(at("id", `\u7F16\u53F7\u5E94\u4E0E\u6587\u4EF6\u540D\u4E00\u81F4\uFF1A${file.name}`));
  const { author, internalReview, legalReview } = piece;
  if (internalReview?.by === author) faults.push(at("internalReview", "\u4F5C\u8005\u4E0D\u80FD\u5185\u5BA1\u81EA\u5DF1\u7684\u7A3F\u4EF6"));
  if (legalReview?.by === author) faults.push(at("legalReview", "\u4F5C\u8005\u4E0D\u80FD\u6CD5\u5BA1\u81EA\u5DF1\u7684\u7A3F\u4EF6"));
  if (internalReview && legalReview && legalReview.on < internalReview.on) {
    faults.push(at("legalReview", "\u5148\u5185\u5BA1\u518D\u6CD5\u5BA1\uFF1A\u6CD5\u5BA1\u65E5\u671F\u65E9\u4E8E\u5185\u5BA1"));
  }
  return faults;
}

// src/lib/law/domain/search/term-codes.ts
var FIRST = 13312;
var CHARACTERS = 40960 - FIRST;

// node_modules/drizzle-orm/entity.js
var entityKind = /* @__PURE__ */ Symbol.for("drizzle:entityKind");
function is(value, type) {
  if (!value || typeof value !== "object") {
    return false;
  }
  if (value instanceof type) {
    return true;
  }
  if (!Object.prototype.hasOwnProperty.call(type, entityKind)) {
    throw new Error(
      `Class "${type.name ?? "<unknown>"}" doesn't look like a Drizzle entity. If this is incorrect and the class is provided by Drizzle, please report this as a bug.`
    );
  }
  let cls = Object.getPrototypeOf(value).constructor;
  if (cls) {
    while (cls) {
      if (entityKind in cls && cls[entityKind] === type[entityKind]) {
        return true;
      }
      cls = Object.getPrototypeOf(cls);
    }
  }
  return false;
}

// node_modules/drizzle-orm/column.js
var Column = class {
  constructor(table, config) {
    this.table = table;
    this.config = config;
    this.name = config.name;
    this.keyAsName = config.keyAsName;
    this.notNull = config.notNull;
    this.default = config.default;
    this.defaultFn = config.defaultFn;
    this.onUpdateFn = config.onUpdateFn;
    this.hasDefault = config.hasDefault;
    this.primary = config.primaryKey;
    this.isUnique = config.isUnique;
    this.uniqueName = config.uniqueName;
    this.uniqueType = config.uniqueType;
    this.dataType = config.dataType;
    this.columnType = config.columnType;
    this.generated = config.generated;
    this.generatedIdentity = config.generatedIdentity;
  }
  static [entityKind] = "Column";
  name;
  keyAsName;
  primary;
  notNull;
  default;
  defaultFn;
  onUpdateFn;
  hasDefault;
  isUnique;
  uniqueName;
  uniqueType;
  dataType;
  columnType;
  enumValues = void 0;
  generated = void 0;
  generatedIdentity = void 0;
  config;
  mapFromDriverValue(value) {
    return value;
  }
  mapToDriverValue(value) {
    return value;
  }
  // ** @internal */
  shouldDisableInsert() {
    return this.config.generated !== void 0 && this.config.generated.type !== "byDefault";
  }
};

// node_modules/drizzle-orm/column-builder.js
var ColumnBuilder = class {
  static [entityKind] = "ColumnBuilder";
  config;
  constructor(name, dataType, columnType) {
    this.config = {
      name,
      keyAsName: name === "",
      notNull: false,
      default: void 0,
      hasDefault: false,
      primaryKey: false,
      isUnique: false,
      uniqueName: void 0,
      uniqueType: void 0,
      dataType,
      columnType,
      generated: void 0
    };
  }
  /**
   * Changes the data type of the column. Commonly used with `json` columns. Also, useful for branded types.
   *
   * @example
   * ```ts
   * const users = pgTable('users', {
   * 	id: integer('id').$type<UserId>().primaryKey(),
   * 	details: json('details').$type<UserDetails>().notNull(),
   * });
   * ```
   */
  $type() {
    return this;
  }
  /**
   * Adds a `not null` clause to the column definition.
   *
   * Affects the `select` model of the table - columns *without* `not null` will be nullable on select.
   */
  notNull() {
    this.config.notNull = true;
    return this;
  }
  /**
   * Adds a `default <value>` clause to the column definition.
   *
   * Affects the `insert` model of the table - columns *with* `default` are optional on insert.
   *
   * If you need to set a dynamic default value, use {@link $defaultFn} instead.
   */
  default(value) {
    this.config.default = value;
    this.config.hasDefault = true;
    return this;
  }
  /**
   * Adds a dynamic default value to the column.
   * The function will be called when the row is inserted, and the returned value will be used as the column value.
   *
   * **Note:** This value does not affect the `drizzle-kit` behavior, it is only used at runtime in `drizzle-orm`.
   */
  $defaultFn(fn) {
    this.config.defaultFn = fn;
    this.config.hasDefault = true;
    return this;
  }
  /**
   * Alias for {@link $defaultFn}.
   */
  $default = this.$defaultFn;
  /**
   * Adds a dynamic update value to the column.
   * The function will be called when the row is updated, and the returned value will be used as the column value if none is provided.
   * If no `default` (or `$defaultFn`) value is provided, the function will be called when the row is inserted as well, and the returned value will be used as the column value.
   *
   * **Note:** This value does not affect the `drizzle-kit` behavior, it is only used at runtime in `drizzle-orm`.
   */
  $onUpdateFn(fn) {
    this.config.onUpdateFn = fn;
    this.config.hasDefault = true;
    return this;
  }
  /**
   * Alias for {@link $onUpdateFn}.
   */
  $onUpdate = this.$onUpdateFn;
  /**
   * Adds a `primary key` clause to the column definition. This implicitly makes the column `not null`.
   *
   * In SQLite, `integer primary key` implicitly makes the column auto-incrementing.
   */
  primaryKey() {
    this.config.primaryKey = true;
    this.config.notNull = true;
    return this;
  }
  /** @internal Sets the name of the column to the key within the table definition if a name was not given. */
  setName(name) {
    if (this.config.name !== "") return;
    this.config.name = name;
  }
};

// node_modules/drizzle-orm/table.utils.js
var TableName = /* @__PURE__ */ Symbol.for("drizzle:Name");

// node_modules/drizzle-orm/pg-core/foreign-keys.js
var ForeignKeyBuilder = class {
  static [entityKind] = "PgForeignKeyBuilder";
  /** @internal */
  reference;
  /** @internal */
  _onUpdate = "no action";
  /** @internal */
  _onDelete = "no action";
  constructor(config, actions) {
    this.reference = () => {
      const { name, columns, foreignColumns } = config();
      return { name, columns, foreignTable: foreignColumns[0].table, foreignColumns };
    };
    if (actions) {
      this._onUpdate = actions.onUpdate;
      this._onDelete = actions.onDelete;
    }
  }
  onUpdate(action) {
    this._onUpdate = action === void 0 ? "no action" : action;
    return this;
  }
  onDelete(action) {
    this._onDelete = action === void 0 ? "no action" : action;
    return this;
  }
  /** @internal */
  build(table) {
    return new ForeignKey(table, this);
  }
};
var ForeignKey = class {
  constructor(table, builder) {
    this.table = table;
    this.reference = builder.reference;
    this.onUpdate = builder._onUpdate;
    this.onDelete = builder._onDelete;
  }
  static [entityKind] = "PgForeignKey";
  reference;
  onUpdate;
  onDelete;
  getName() {
    const { name, columns, foreignColumns } = this.reference();
    const columnNames = columns.map((column) => column.name);
    const foreignColumnNames = foreignColumns.map((column) => column.name);
    const chunks = [
      this.table[TableName],
      ...columnNames,
      foreignColumns[0].table[TableName],
      ...foreignColumnNames
    ];
    return name ?? `${chunks.join("_")}_fk`;
  }
};
function foreignKey(config) {
  function mappedConfig() {
    const { name, columns, foreignColumns } = config;
    return {
      name,
      columns,
      foreignColumns
    };
  }
  return new ForeignKeyBuilder(mappedConfig);
}

// node_modules/drizzle-orm/tracing-utils.js
function iife(fn, ...args) {
  return fn(...args);
}

// node_modules/drizzle-orm/pg-core/unique-constraint.js
function unique(name) {
  return new UniqueOnConstraintBuilder(name);
}
function uniqueKeyName(table, columns) {
  return `${table[TableName]}_${columns.join("_")}_unique`;
}
var UniqueConstraintBuilder = class {
  constructor(columns, name) {
    this.name = name;
    this.columns = columns;
  }
  static [entityKind] = "PgUniqueConstraintBuilder";
  /** @internal */
  columns;
  /** @internal */
  nullsNotDistinctConfig = false;
  nullsNotDistinct() {
    this.nullsNotDistinctConfig = true;
    return this;
  }
  /** @internal */
  build(table) {
    return new UniqueConstraint(table, this.columns, this.nullsNotDistinctConfig, this.name);
  }
};
var UniqueOnConstraintBuilder = class {
  static [entityKind] = "PgUniqueOnConstraintBuilder";
  /** @internal */
  name;
  constructor(name) {
    this.name = name;
  }
  on(...columns) {
    return new UniqueConstraintBuilder(columns, this.name);
  }
};
var UniqueConstraint = class {
  constructor(table, columns, nullsNotDistinct, name) {
    this.table = table;
    this.columns = columns;
    this.name = name ?? uniqueKeyName(this.table, this.columns.map((column) => column.name));
    this.nullsNotDistinct = nullsNotDistinct;
  }
  static [entityKind] = "PgUniqueConstraint";
  columns;
  name;
  nullsNotDistinct = false;
  getName() {
    return this.name;
  }
};

// node_modules/drizzle-orm/pg-core/utils/array.js
function parsePgArrayValue(arrayString, startFrom, inQuotes) {
  for (let i = startFrom; i < arrayString.length; i++) {
    const char2 = arrayString[i];
    if (char2 === "\\") {
      i++;
      continue;
    }
    if (char2 === '"') {
      return [arrayString.slice(startFrom, i).replace(/\\/g, ""), i + 1];
    }
    if (inQuotes) {
      continue;
    }
    if (char2 === "," || char2 === "}") {
      return [arrayString.slice(startFrom, i).replace(/\\/g, ""), i];
    }
  }
  return [arrayString.slice(startFrom).replace(/\\/g, ""), arrayString.length];
}
function parsePgNestedArray(arrayString, startFrom = 0) {
  const result = [];
  let i = startFrom;
  let lastCharIsComma = false;
  while (i < arrayString.length) {
    const char2 = arrayString[i];
    if (char2 === ",") {
      if (lastCharIsComma || i === startFrom) {
        result.push("");
      }
      lastCharIsComma = true;
      i++;
      continue;
    }
    lastCharIsComma = false;
    if (char2 === "\\") {
      i += 2;
      continue;
    }
    if (char2 === '"') {
      const [value2, startFrom2] = parsePgArrayValue(arrayString, i + 1, true);
      result.push(value2);
      i = startFrom2;
      continue;
    }
    if (char2 === "}") {
      return [result, i + 1];
    }
    if (char2 === "{") {
      const [value2, startFrom2] = parsePgNestedArray(arrayString, i + 1);
      result.push(value2);
      i = startFrom2;
      continue;
    }
    const [value, newStartFrom] = parsePgArrayValue(arrayString, i, false);
    result.push(value);
    i = newStartFrom;
  }
  return [result, i];
}
function parsePgArray(arrayString) {
  const [result] = parsePgNestedArray(arrayString, 1);
  return result;
}
function makePgArray(array2) {
  return `{${array2.map((item2) => {
    if (Array.isArray(item2)) {
      return makePgArray(item2);
    }
    if (typeof item2 === "string") {
      return `"${item2.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
    }
    return `${item2}`;
  }).join(",")}}`;
}

// node_modules/drizzle-orm/pg-core/columns/common.js
var PgColumnBuilder = class extends ColumnBuilder {
  foreignKeyConfigs = [];
  static [entityKind] = "PgColumnBuilder";
  array(size) {
    return new PgArrayBuilder(this.config.name, this, size);
  }
  references(ref, actions = {}) {
    this.foreignKeyConfigs.push({ ref, actions });
    return this;
  }
  unique(name, config) {
    this.config.isUnique = true;
    this.config.uniqueName = name;
    this.config.uniqueType = config?.nulls;
    return this;
  }
  generatedAlwaysAs(as) {
    this.config.generated = {
      as,
      type: "always",
      mode: "stored"
    };
    return this;
  }
  /** @internal */
  buildForeignKeys(column, table) {
    return this.foreignKeyConfigs.map(({ ref, actions }) => {
      return iife(
        (ref2, actions2) => {
          const builder = new ForeignKeyBuilder(() => {
            const foreignColumn = ref2();
            return { columns: [column], foreignColumns: [foreignColumn] };
          });
          if (actions2.onUpdate) {
            builder.onUpdate(actions2.onUpdate);
          }
          if (actions2.onDelete) {
            builder.onDelete(actions2.onDelete);
          }
          return builder.build(table);
        },
        ref,
        actions
      );
    });
  }
  /** @internal */
  buildExtraConfigColumn(table) {
    return new ExtraConfigColumn(table, this.config);
  }
};
var PgColumn = class extends Column {
  constructor(table, config) {
    if (!config.uniqueName) {
      config.uniqueName = uniqueKeyName(table, [config.name]);
    }
    super(table, config);
    this.table = table;
  }
  static [entityKind] = "PgColumn";
};
var ExtraConfigColumn = class extends PgColumn {
  static [entityKind] = "ExtraConfigColumn";
  getSQLType() {
    return this.getSQLType();
  }
  indexConfig = {
    order: this.config.order ?? "asc",
    nulls: this.config.nulls ?? "last",
    opClass: this.config.opClass
  };
  defaultConfig = {
    order: "asc",
    nulls: "last",
    opClass: void 0
  };
  asc() {
    this.indexConfig.order = "asc";
    return this;
  }
  desc() {
    this.indexConfig.order = "desc";
    return this;
  }
  nullsFirst() {
    this.indexConfig.nulls = "first";
    return this;
  }
  nullsLast() {
    this.indexConfig.nulls = "last";
    return this;
  }
  /**
   * ### PostgreSQL documentation quote
   *
   * > An operator class with optional parameters can be specified for each column of an index.
   * The operator class identifies the operators to be used by the index for that column.
   * For example, a B-tree index on four-byte integers would use the int4_ops class;
   * this operator class includes comparison functions for four-byte integers.
   * In practice the default operator class for the column's data type is usually sufficient.
   * The main point of having operator classes is that for some data types, there could be more than one meaningful ordering.
   * For example, we might want to sort a complex-number data type either by absolute value or by real part.
   * We could do this by defining two operator classes for the data type and then selecting the proper class when creating an index.
   * More information about operator classes check:
   *
   * ### Useful links
   * https://www.postgresql.org/docs/current/sql-createindex.html
   *
   * https://www.postgresql.org/docs/current/indexes-opclass.html
   *
   * https://www.postgresql.org/docs/current/xindex.html
   *
   * ### Additional types
   * If you have the `pg_vector` extension installed in your database, you can use the
   * `vector_l2_ops`, `vector_ip_ops`, `vector_cosine_ops`, `vector_l1_ops`, `bit_hamming_ops`, `bit_jaccard_ops`, `halfvec_l2_ops`, `sparsevec_l2_ops` options, which are predefined types.
   *
   * **You can always specify any string you want in the operator class, in case Drizzle doesn't have it natively in its types**
   *
   * @param opClass
   * @returns
   */
  op(opClass) {
    this.indexConfig.opClass = opClass;
    return this;
  }
};
var IndexedColumn = class {
  static [entityKind] = "IndexedColumn";
  constructor(name, keyAsName, type, indexConfig) {
    this.name = name;
    this.keyAsName = keyAsName;
    this.type = type;
    this.indexConfig = indexConfig;
  }
  name;
  keyAsName;
  type;
  indexConfig;
};
var PgArrayBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgArrayBuilder";
  constructor(name, baseBuilder, size) {
    super(name, "array", "PgArray");
    this.config.baseBuilder = baseBuilder;
    this.config.size = size;
  }
  /** @internal */
  build(table) {
    const baseColumn = this.config.baseBuilder.build(table);
    return new PgArray(
      table,
      this.config,
      baseColumn
    );
  }
};
var PgArray = class _PgArray extends PgColumn {
  constructor(table, config, baseColumn, range) {
    super(table, config);
    this.baseColumn = baseColumn;
    this.range = range;
    this.size = config.size;
  }
  size;
  static [entityKind] = "PgArray";
  getSQLType() {
    return `${this.baseColumn.getSQLType()}[${typeof this.size === "number" ? this.size : ""}]`;
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") {
      value = parsePgArray(value);
    }
    return value.map((v) => this.baseColumn.mapFromDriverValue(v));
  }
  mapToDriverValue(value, isNestedArray = false) {
    const a = value.map(
      (v) => v === null ? null : is(this.baseColumn, _PgArray) ? this.baseColumn.mapToDriverValue(v, true) : this.baseColumn.mapToDriverValue(v)
    );
    if (isNestedArray) return a;
    return makePgArray(a);
  }
};

// node_modules/drizzle-orm/pg-core/columns/enum.js
var PgEnumObjectColumnBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgEnumObjectColumnBuilder";
  constructor(name, enumInstance) {
    super(name, "string", "PgEnumObjectColumn");
    this.config.enum = enumInstance;
  }
  /** @internal */
  build(table) {
    return new PgEnumObjectColumn(
      table,
      this.config
    );
  }
};
var PgEnumObjectColumn = class extends PgColumn {
  static [entityKind] = "PgEnumObjectColumn";
  enum;
  enumValues = this.config.enum.enumValues;
  constructor(table, config) {
    super(table, config);
    this.enum = config.enum;
  }
  getSQLType() {
    return this.enum.enumName;
  }
};
var isPgEnumSym = /* @__PURE__ */ Symbol.for("drizzle:isPgEnum");
function isPgEnum(obj) {
  return !!obj && typeof obj === "function" && isPgEnumSym in obj && obj[isPgEnumSym] === true;
}
var PgEnumColumnBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgEnumColumnBuilder";
  constructor(name, enumInstance) {
    super(name, "string", "PgEnumColumn");
    this.config.enum = enumInstance;
  }
  /** @internal */
  build(table) {
    return new PgEnumColumn(
      table,
      this.config
    );
  }
};
var PgEnumColumn = class extends PgColumn {
  static [entityKind] = "PgEnumColumn";
  enum = this.config.enum;
  enumValues = this.config.enum.enumValues;
  constructor(table, config) {
    super(table, config);
    this.enum = config.enum;
  }
  getSQLType() {
    return this.enum.enumName;
  }
};

// node_modules/drizzle-orm/subquery.js
var Subquery = class {
  static [entityKind] = "Subquery";
  constructor(sql2, fields, alias, isWith = false, usedTables = []) {
    this._ = {
      brand: "Subquery",
      sql: sql2,
      selectedFields: fields,
      alias,
      isWith,
      usedTables
    };
  }
  // getSQL(): SQL<unknown> {
  // 	return new SQL([this]);
  // }
};
var WithSubquery = class extends Subquery {
  static [entityKind] = "WithSubquery";
};

// node_modules/drizzle-orm/version.js
var version = "0.45.4";

// node_modules/drizzle-orm/tracing.js
var otel;
var rawTracer;
var tracer = {
  startActiveSpan(name, fn) {
    if (!otel) {
      return fn();
    }
    if (!rawTracer) {
      rawTracer = otel.trace.getTracer("drizzle-orm", version);
    }
    return iife(
      (otel2, rawTracer2) => rawTracer2.startActiveSpan(
        name,
        (span) => {
          try {
            return fn(span);
          } catch (e) {
            span.setStatus({
              code: otel2.SpanStatusCode.ERROR,
              message: e instanceof Error ? e.message : "Unknown error"
              // eslint-disable-line no-instanceof/no-instanceof
            });
            throw e;
          } finally {
            span.end();
          }
        }
      ),
      otel,
      rawTracer
    );
  }
};

// node_modules/drizzle-orm/view-common.js
var ViewBaseConfig = /* @__PURE__ */ Symbol.for("drizzle:ViewBaseConfig");

// node_modules/drizzle-orm/table.js
var Schema = /* @__PURE__ */ Symbol.for("drizzle:Schema");
var Columns = /* @__PURE__ */ Symbol.for("drizzle:Columns");
var ExtraConfigColumns = /* @__PURE__ */ Symbol.for("drizzle:ExtraConfigColumns");
var OriginalName = /* @__PURE__ */ Symbol.for("drizzle:OriginalName");
var BaseName = /* @__PURE__ */ Symbol.for("drizzle:BaseName");
var IsAlias = /* @__PURE__ */ Symbol.for("drizzle:IsAlias");
var ExtraConfigBuilder = /* @__PURE__ */ Symbol.for("drizzle:ExtraConfigBuilder");
var IsDrizzleTable = /* @__PURE__ */ Symbol.for("drizzle:IsDrizzleTable");
var Table = class {
  static [entityKind] = "Table";
  /** @internal */
  static Symbol = {
    Name: TableName,
    Schema,
    OriginalName,
    Columns,
    ExtraConfigColumns,
    BaseName,
    IsAlias,
    ExtraConfigBuilder
  };
  /**
   * @internal
   * Can be changed if the table is aliased.
   */
  [TableName];
  /**
   * @internal
   * Used to store the original name of the table, before any aliasing.
   */
  [OriginalName];
  /** @internal */
  [Schema];
  /** @internal */
  [Columns];
  /** @internal */
  [ExtraConfigColumns];
  /**
   *  @internal
   * Used to store the table name before the transformation via the `tableCreator` functions.
   */
  [BaseName];
  /** @internal */
  [IsAlias] = false;
  /** @internal */
  [IsDrizzleTable] = true;
  /** @internal */
  [ExtraConfigBuilder] = void 0;
  constructor(name, schema, baseName) {
    this[TableName] = this[OriginalName] = name;
    this[Schema] = schema;
    this[BaseName] = baseName;
  }
};

// node_modules/drizzle-orm/sql/sql.js
var FakePrimitiveParam = class {
  static [entityKind] = "FakePrimitiveParam";
};
function isSQLWrapper(value) {
  return value !== null && value !== void 0 && typeof value.getSQL === "function";
}
function mergeQueries(queries) {
  const result = { sql: "", params: [] };
  for (const query of queries) {
    result.sql += query.sql;
    result.params.push(...query.params);
    if (query.typings?.length) {
      if (!result.typings) {
        result.typings = [];
      }
      result.typings.push(...query.typings);
    }
  }
  return result;
}
var StringChunk = class {
  static [entityKind] = "StringChunk";
  value;
  constructor(value) {
    this.value = Array.isArray(value) ? value : [value];
  }
  getSQL() {
    return new SQL([this]);
  }
};
var SQL = class _SQL {
  constructor(queryChunks) {
    this.queryChunks = queryChunks;
    for (const chunk of queryChunks) {
      if (is(chunk, Table)) {
        const schemaName = chunk[Table.Symbol.Schema];
        this.usedTables.push(
          schemaName === void 0 ? chunk[Table.Symbol.Name] : schemaName + "." + chunk[Table.Symbol.Name]
        );
      }
    }
  }
  static [entityKind] = "SQL";
  /** @internal */
  decoder = noopDecoder;
  shouldInlineParams = false;
  /** @internal */
  usedTables = [];
  append(query) {
    this.queryChunks.push(...query.queryChunks);
    return this;
  }
  toQuery(config) {
    return tracer.startActiveSpan("drizzle.buildSQL", (span) => {
      const query = this.buildQueryFromSourceParams(this.queryChunks, config);
      span?.setAttributes({
        "drizzle.query.text": query.sql,
        "drizzle.query.params": JSON.stringify(query.params)
      });
      return query;
    });
  }
  buildQueryFromSourceParams(chunks, _config) {
    const config = Object.assign({}, _config, {
      inlineParams: _config.inlineParams || this.shouldInlineParams,
      paramStartIndex: _config.paramStartIndex || { value: 0 }
    });
    const {
      casing,
      escapeName,
      escapeParam,
      prepareTyping,
      inlineParams,
      paramStartIndex
    } = config;
    return mergeQueries(chunks.map((chunk) => {
      if (is(chunk, StringChunk)) {
        return { sql: chunk.value.join(""), params: [] };
      }
      if (is(chunk, Name)) {
        return { sql: escapeName(chunk.value), params: [] };
      }
      if (chunk === void 0) {
        return { sql: "", params: [] };
      }
      if (Array.isArray(chunk)) {
        const result = [new StringChunk("(")];
        for (const [i, p] of chunk.entries()) {
          result.push(p);
          if (i < chunk.length - 1) {
            result.push(new StringChunk(", "));
          }
        }
        result.push(new StringChunk(")"));
        return this.buildQueryFromSourceParams(result, config);
      }
      if (is(chunk, _SQL)) {
        return this.buildQueryFromSourceParams(chunk.queryChunks, {
          ...config,
          inlineParams: inlineParams || chunk.shouldInlineParams
        });
      }
      if (is(chunk, Table)) {
        const schemaName = chunk[Table.Symbol.Schema];
        const tableName = chunk[Table.Symbol.Name];
        return {
          sql: schemaName === void 0 || chunk[IsAlias] ? escapeName(tableName) : escapeName(schemaName) + "." + escapeName(tableName),
          params: []
        };
      }
      if (is(chunk, Column)) {
        const columnName = casing.getColumnCasing(chunk);
        if (_config.invokeSource === "indexes") {
          return { sql: escapeName(columnName), params: [] };
        }
        const schemaName = chunk.table[Table.Symbol.Schema];
        return {
          sql: chunk.table[IsAlias] || schemaName === void 0 ? escapeName(chunk.table[Table.Symbol.Name]) + "." + escapeName(columnName) : escapeName(schemaName) + "." + escapeName(chunk.table[Table.Symbol.Name]) + "." + escapeName(columnName),
          params: []
        };
      }
      if (is(chunk, View)) {
        const schemaName = chunk[ViewBaseConfig].schema;
        const viewName = chunk[ViewBaseConfig].name;
        return {
          sql: schemaName === void 0 || chunk[ViewBaseConfig].isAlias ? escapeName(viewName) : escapeName(schemaName) + "." + escapeName(viewName),
          params: []
        };
      }
      if (is(chunk, Param)) {
        if (is(chunk.value, Placeholder)) {
          return { sql: escapeParam(paramStartIndex.value++, chunk), params: [chunk], typings: ["none"] };
        }
        const mappedValue = chunk.value === null ? null : chunk.encoder.mapToDriverValue(chunk.value);
        if (is(mappedValue, _SQL)) {
          return this.buildQueryFromSourceParams([mappedValue], config);
        }
        if (inlineParams) {
          return { sql: this.mapInlineParam(mappedValue, config), params: [] };
        }
        let typings = ["none"];
        if (prepareTyping) {
          typings = [prepareTyping(chunk.encoder)];
        }
        return { sql: escapeParam(paramStartIndex.value++, mappedValue), params: [mappedValue], typings };
      }
      if (is(chunk, Placeholder)) {
        return { sql: escapeParam(paramStartIndex.value++, chunk), params: [chunk], typings: ["none"] };
      }
      if (is(chunk, _SQL.Aliased) && chunk.fieldAlias !== void 0) {
        return { sql: escapeName(chunk.fieldAlias), params: [] };
      }
      if (is(chunk, Subquery)) {
        if (chunk._.isWith) {
          return { sql: escapeName(chunk._.alias), params: [] };
        }
        return this.buildQueryFromSourceParams([
          new StringChunk("("),
          chunk._.sql,
          new StringChunk(") "),
          new Name(chunk._.alias)
        ], config);
      }
      if (isPgEnum(chunk)) {
        if (chunk.schema) {
          return { sql: escapeName(chunk.schema) + "." + escapeName(chunk.enumName), params: [] };
        }
        return { sql: escapeName(chunk.enumName), params: [] };
      }
      if (isSQLWrapper(chunk)) {
        if (chunk.shouldOmitSQLParens?.()) {
          return this.buildQueryFromSourceParams([chunk.getSQL()], config);
        }
        return this.buildQueryFromSourceParams([
          new StringChunk("("),
          chunk.getSQL(),
          new StringChunk(")")
        ], config);
      }
      if (inlineParams) {
        return { sql: this.mapInlineParam(chunk, config), params: [] };
      }
      return { sql: escapeParam(paramStartIndex.value++, chunk), params: [chunk], typings: ["none"] };
    }));
  }
  mapInlineParam(chunk, { escapeString }) {
    if (chunk === null) {
      return "null";
    }
    if (typeof chunk === "number" || typeof chunk === "boolean") {
      return chunk.toString();
    }
    if (typeof chunk === "string") {
      return escapeString(chunk);
    }
    if (typeof chunk === "object") {
      const mappedValueAsString = chunk.toString();
      if (mappedValueAsString === "[object Object]") {
        return escapeString(JSON.stringify(chunk));
      }
      return escapeString(mappedValueAsString);
    }
    throw new Error("Unexpected param value: " + chunk);
  }
  getSQL() {
    return this;
  }
  as(alias) {
    if (alias === void 0) {
      return this;
    }
    return new _SQL.Aliased(this, alias);
  }
  mapWith(decoder) {
    this.decoder = typeof decoder === "function" ? { mapFromDriverValue: decoder } : decoder;
    return this;
  }
  inlineParams() {
    this.shouldInlineParams = true;
    return this;
  }
  /**
   * This method is used to conditionally include a part of the query.
   *
   * @param condition - Condition to check
   * @returns itself if the condition is `true`, otherwise `undefined`
   */
  if(condition) {
    return condition ? this : void 0;
  }
};
var Name = class {
  constructor(value) {
    this.value = value;
  }
  static [entityKind] = "Name";
  brand;
  getSQL() {
    return new SQL([this]);
  }
};
var noopDecoder = {
  mapFromDriverValue: (value) => value
};
var noopEncoder = {
  mapToDriverValue: (value) => value
};
var noopMapper = {
  ...noopDecoder,
  ...noopEncoder
};
var Param = class {
  /**
   * @param value - Parameter value
   * @param encoder - Encoder to convert the value to a driver parameter
   */
  constructor(value, encoder = noopEncoder) {
    this.value = value;
    this.encoder = encoder;
  }
  static [entityKind] = "Param";
  brand;
  getSQL() {
    return new SQL([this]);
  }
};
function sql(strings, ...params) {
  const queryChunks = [];
  if (params.length > 0 || strings.length > 0 && strings[0] !== "") {
    queryChunks.push(new StringChunk(strings[0]));
  }
  for (const [paramIndex, param2] of params.entries()) {
    queryChunks.push(param2, new StringChunk(strings[paramIndex + 1]));
  }
  return new SQL(queryChunks);
}
((sql2) => {
  function empty() {
    return new SQL([]);
  }
  sql2.empty = empty;
  function fromList(list) {
    return new SQL(list);
  }
  sql2.fromList = fromList;
  function raw(str) {
    return new SQL([new StringChunk(str)]);
  }
  sql2.raw = raw;
  function join3(chunks, separator) {
    const result = [];
    for (const [i, chunk] of chunks.entries()) {
      if (i > 0 && separator !== void 0) {
        result.push(separator);
      }
      result.push(chunk);
    }
    return new SQL(result);
  }
  sql2.join = join3;
  function identifier(value) {
    return new Name(value);
  }
  sql2.identifier = identifier;
  function placeholder2(name2) {
    return new Placeholder(name2);
  }
  sql2.placeholder = placeholder2;
  function param2(value, encoder) {
    return new Param(value, encoder);
  }
  sql2.param = param2;
})(sql || (sql = {}));
((SQL2) => {
  class Aliased {
    constructor(sql2, fieldAlias) {
      this.sql = sql2;
      this.fieldAlias = fieldAlias;
    }
    static [entityKind] = "SQL.Aliased";
    /** @internal */
    isSelectionField = false;
    getSQL() {
      return this.sql;
    }
    /** @internal */
    clone() {
      return new Aliased(this.sql, this.fieldAlias);
    }
  }
  SQL2.Aliased = Aliased;
})(SQL || (SQL = {}));
var Placeholder = class {
  constructor(name2) {
    this.name = name2;
  }
  static [entityKind] = "Placeholder";
  getSQL() {
    return new SQL([this]);
  }
};
var IsDrizzleView = /* @__PURE__ */ Symbol.for("drizzle:IsDrizzleView");
var View = class {
  static [entityKind] = "View";
  /** @internal */
  [ViewBaseConfig];
  /** @internal */
  [IsDrizzleView] = true;
  constructor({ name: name2, schema, selectedFields, query }) {
    this[ViewBaseConfig] = {
      name: name2,
      originalName: name2,
      schema,
      selectedFields,
      query,
      isExisting: !query,
      isAlias: false
    };
  }
  getSQL() {
    return new SQL([this]);
  }
};
Column.prototype.getSQL = function() {
  return new SQL([this]);
};
Table.prototype.getSQL = function() {
  return new SQL([this]);
};
Subquery.prototype.getSQL = function() {
  return new SQL([this]);
};

// node_modules/drizzle-orm/utils.js
function getColumnNameAndConfig(a, b) {
  return {
    name: typeof a === "string" && a.length > 0 ? a : "",
    config: typeof a === "object" ? a : b
  };
}
var textDecoder = typeof TextDecoder === "undefined" ? null : new TextDecoder();

// node_modules/drizzle-orm/pg-core/columns/int.common.js
var PgIntColumnBaseBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgIntColumnBaseBuilder";
  generatedAlwaysAsIdentity(sequence) {
    if (sequence) {
      const { name, ...options } = sequence;
      this.config.generatedIdentity = {
        type: "always",
        sequenceName: name,
        sequenceOptions: options
      };
    } else {
      this.config.generatedIdentity = {
        type: "always"
      };
    }
    this.config.hasDefault = true;
    this.config.notNull = true;
    return this;
  }
  generatedByDefaultAsIdentity(sequence) {
    if (sequence) {
      const { name, ...options } = sequence;
      this.config.generatedIdentity = {
        type: "byDefault",
        sequenceName: name,
        sequenceOptions: options
      };
    } else {
      this.config.generatedIdentity = {
        type: "byDefault"
      };
    }
    this.config.hasDefault = true;
    this.config.notNull = true;
    return this;
  }
};

// node_modules/drizzle-orm/pg-core/columns/bigint.js
var PgBigInt53Builder = class extends PgIntColumnBaseBuilder {
  static [entityKind] = "PgBigInt53Builder";
  constructor(name) {
    super(name, "number", "PgBigInt53");
  }
  /** @internal */
  build(table) {
    return new PgBigInt53(table, this.config);
  }
};
var PgBigInt53 = class extends PgColumn {
  static [entityKind] = "PgBigInt53";
  getSQLType() {
    return "bigint";
  }
  mapFromDriverValue(value) {
    if (typeof value === "number") {
      return value;
    }
    return Number(value);
  }
};
var PgBigInt64Builder = class extends PgIntColumnBaseBuilder {
  static [entityKind] = "PgBigInt64Builder";
  constructor(name) {
    super(name, "bigint", "PgBigInt64");
  }
  /** @internal */
  build(table) {
    return new PgBigInt64(
      table,
      this.config
    );
  }
};
var PgBigInt64 = class extends PgColumn {
  static [entityKind] = "PgBigInt64";
  getSQLType() {
    return "bigint";
  }
  // eslint-disable-next-line unicorn/prefer-native-coercion-functions
  mapFromDriverValue(value) {
    return BigInt(value);
  }
};
function bigint(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  if (config.mode === "number") {
    return new PgBigInt53Builder(name);
  }
  return new PgBigInt64Builder(name);
}

// node_modules/drizzle-orm/pg-core/columns/bigserial.js
var PgBigSerial53Builder = class extends PgColumnBuilder {
  static [entityKind] = "PgBigSerial53Builder";
  constructor(name) {
    super(name, "number", "PgBigSerial53");
    this.config.hasDefault = true;
    this.config.notNull = true;
  }
  /** @internal */
  build(table) {
    return new PgBigSerial53(
      table,
      this.config
    );
  }
};
var PgBigSerial53 = class extends PgColumn {
  static [entityKind] = "PgBigSerial53";
  getSQLType() {
    return "bigserial";
  }
  mapFromDriverValue(value) {
    if (typeof value === "number") {
      return value;
    }
    return Number(value);
  }
};
var PgBigSerial64Builder = class extends PgColumnBuilder {
  static [entityKind] = "PgBigSerial64Builder";
  constructor(name) {
    super(name, "bigint", "PgBigSerial64");
    this.config.hasDefault = true;
  }
  /** @internal */
  build(table) {
    return new PgBigSerial64(
      table,
      this.config
    );
  }
};
var PgBigSerial64 = class extends PgColumn {
  static [entityKind] = "PgBigSerial64";
  getSQLType() {
    return "bigserial";
  }
  // eslint-disable-next-line unicorn/prefer-native-coercion-functions
  mapFromDriverValue(value) {
    return BigInt(value);
  }
};
function bigserial(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  if (config.mode === "number") {
    return new PgBigSerial53Builder(name);
  }
  return new PgBigSerial64Builder(name);
}

// node_modules/drizzle-orm/pg-core/columns/boolean.js
var PgBooleanBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgBooleanBuilder";
  constructor(name) {
    super(name, "boolean", "PgBoolean");
  }
  /** @internal */
  build(table) {
    return new PgBoolean(table, this.config);
  }
};
var PgBoolean = class extends PgColumn {
  static [entityKind] = "PgBoolean";
  getSQLType() {
    return "boolean";
  }
};
function boolean2(name) {
  return new PgBooleanBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/char.js
var PgCharBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgCharBuilder";
  constructor(name, config) {
    super(name, "string", "PgChar");
    this.config.length = config.length;
    this.config.enumValues = config.enum;
  }
  /** @internal */
  build(table) {
    return new PgChar(
      table,
      this.config
    );
  }
};
var PgChar = class extends PgColumn {
  static [entityKind] = "PgChar";
  length = this.config.length;
  enumValues = this.config.enumValues;
  getSQLType() {
    return this.length === void 0 ? `char` : `char(${this.length})`;
  }
};
function char(a, b = {}) {
  const { name, config } = getColumnNameAndConfig(a, b);
  return new PgCharBuilder(name, config);
}

// node_modules/drizzle-orm/pg-core/columns/cidr.js
var PgCidrBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgCidrBuilder";
  constructor(name) {
    super(name, "string", "PgCidr");
  }
  /** @internal */
  build(table) {
    return new PgCidr(table, this.config);
  }
};
var PgCidr = class extends PgColumn {
  static [entityKind] = "PgCidr";
  getSQLType() {
    return "cidr";
  }
};
function cidr(name) {
  return new PgCidrBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/custom.js
var PgCustomColumnBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgCustomColumnBuilder";
  constructor(name, fieldConfig, customTypeParams) {
    super(name, "custom", "PgCustomColumn");
    this.config.fieldConfig = fieldConfig;
    this.config.customTypeParams = customTypeParams;
  }
  /** @internal */
  build(table) {
    return new PgCustomColumn(
      table,
      this.config
    );
  }
};
var PgCustomColumn = class extends PgColumn {
  static [entityKind] = "PgCustomColumn";
  sqlName;
  mapTo;
  mapFrom;
  constructor(table, config) {
    super(table, config);
    this.sqlName = config.customTypeParams.dataType(config.fieldConfig);
    this.mapTo = config.customTypeParams.toDriver;
    this.mapFrom = config.customTypeParams.fromDriver;
  }
  getSQLType() {
    return this.sqlName;
  }
  mapFromDriverValue(value) {
    return typeof this.mapFrom === "function" ? this.mapFrom(value) : value;
  }
  mapToDriverValue(value) {
    return typeof this.mapTo === "function" ? this.mapTo(value) : value;
  }
};
function customType(customTypeParams) {
  return (a, b) => {
    const { name, config } = getColumnNameAndConfig(a, b);
    return new PgCustomColumnBuilder(name, config, customTypeParams);
  };
}

// node_modules/drizzle-orm/pg-core/columns/date.common.js
var PgDateColumnBaseBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgDateColumnBaseBuilder";
  defaultNow() {
    return this.default(sql`now()`);
  }
};

// node_modules/drizzle-orm/pg-core/columns/date.js
var PgDateBuilder = class extends PgDateColumnBaseBuilder {
  static [entityKind] = "PgDateBuilder";
  constructor(name) {
    super(name, "date", "PgDate");
  }
  /** @internal */
  build(table) {
    return new PgDate(table, this.config);
  }
};
var PgDate = class extends PgColumn {
  static [entityKind] = "PgDate";
  getSQLType() {
    return "date";
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") return new Date(value);
    return value;
  }
  mapToDriverValue(value) {
    return value.toISOString();
  }
};
var PgDateStringBuilder = class extends PgDateColumnBaseBuilder {
  static [entityKind] = "PgDateStringBuilder";
  constructor(name) {
    super(name, "string", "PgDateString");
  }
  /** @internal */
  build(table) {
    return new PgDateString(
      table,
      this.config
    );
  }
};
var PgDateString = class extends PgColumn {
  static [entityKind] = "PgDateString";
  getSQLType() {
    return "date";
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") return value;
    return value.toISOString().slice(0, -14);
  }
};
function date(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  if (config?.mode === "date") {
    return new PgDateBuilder(name);
  }
  return new PgDateStringBuilder(name);
}

// node_modules/drizzle-orm/pg-core/columns/double-precision.js
var PgDoublePrecisionBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgDoublePrecisionBuilder";
  constructor(name) {
    super(name, "number", "PgDoublePrecision");
  }
  /** @internal */
  build(table) {
    return new PgDoublePrecision(
      table,
      this.config
    );
  }
};
var PgDoublePrecision = class extends PgColumn {
  static [entityKind] = "PgDoublePrecision";
  getSQLType() {
    return "double precision";
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") {
      return Number.parseFloat(value);
    }
    return value;
  }
};
function doublePrecision(name) {
  return new PgDoublePrecisionBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/inet.js
var PgInetBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgInetBuilder";
  constructor(name) {
    super(name, "string", "PgInet");
  }
  /** @internal */
  build(table) {
    return new PgInet(table, this.config);
  }
};
var PgInet = class extends PgColumn {
  static [entityKind] = "PgInet";
  getSQLType() {
    return "inet";
  }
};
function inet(name) {
  return new PgInetBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/integer.js
var PgIntegerBuilder = class extends PgIntColumnBaseBuilder {
  static [entityKind] = "PgIntegerBuilder";
  constructor(name) {
    super(name, "number", "PgInteger");
  }
  /** @internal */
  build(table) {
    return new PgInteger(table, this.config);
  }
};
var PgInteger = class extends PgColumn {
  static [entityKind] = "PgInteger";
  getSQLType() {
    return "integer";
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") {
      return Number.parseInt(value);
    }
    return value;
  }
};
function integer2(name) {
  return new PgIntegerBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/interval.js
var PgIntervalBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgIntervalBuilder";
  constructor(name, intervalConfig) {
    super(name, "string", "PgInterval");
    this.config.intervalConfig = intervalConfig;
  }
  /** @internal */
  build(table) {
    return new PgInterval(table, this.config);
  }
};
var PgInterval = class extends PgColumn {
  static [entityKind] = "PgInterval";
  fields = this.config.intervalConfig.fields;
  precision = this.config.intervalConfig.precision;
  getSQLType() {
    const fields = this.fields ? ` ${this.fields}` : "";
    const precision = this.precision ? `(${this.precision})` : "";
    return `interval${fields}${precision}`;
  }
};
function interval(a, b = {}) {
  const { name, config } = getColumnNameAndConfig(a, b);
  return new PgIntervalBuilder(name, config);
}

// node_modules/drizzle-orm/pg-core/columns/json.js
var PgJsonBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgJsonBuilder";
  constructor(name) {
    super(name, "json", "PgJson");
  }
  /** @internal */
  build(table) {
    return new PgJson(table, this.config);
  }
};
var PgJson = class extends PgColumn {
  static [entityKind] = "PgJson";
  constructor(table, config) {
    super(table, config);
  }
  getSQLType() {
    return "json";
  }
  mapToDriverValue(value) {
    return JSON.stringify(value);
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") {
      try {
        return JSON.parse(value);
      } catch {
        return value;
      }
    }
    return value;
  }
};
function json(name) {
  return new PgJsonBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/jsonb.js
var PgJsonbBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgJsonbBuilder";
  constructor(name) {
    super(name, "json", "PgJsonb");
  }
  /** @internal */
  build(table) {
    return new PgJsonb(table, this.config);
  }
};
var PgJsonb = class extends PgColumn {
  static [entityKind] = "PgJsonb";
  constructor(table, config) {
    super(table, config);
  }
  getSQLType() {
    return "jsonb";
  }
  mapToDriverValue(value) {
    return JSON.stringify(value);
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") {
      try {
        return JSON.parse(value);
      } catch {
        return value;
      }
    }
    return value;
  }
};
function jsonb(name) {
  return new PgJsonbBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/line.js
var PgLineBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgLineBuilder";
  constructor(name) {
    super(name, "array", "PgLine");
  }
  /** @internal */
  build(table) {
    return new PgLineTuple(
      table,
      this.config
    );
  }
};
var PgLineTuple = class extends PgColumn {
  static [entityKind] = "PgLine";
  getSQLType() {
    return "line";
  }
  mapFromDriverValue(value) {
    const [a, b, c] = value.slice(1, -1).split(",");
    return [Number.parseFloat(a), Number.parseFloat(b), Number.parseFloat(c)];
  }
  mapToDriverValue(value) {
    return `{${value[0]},${value[1]},${value[2]}}`;
  }
};
var PgLineABCBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgLineABCBuilder";
  constructor(name) {
    super(name, "json", "PgLineABC");
  }
  /** @internal */
  build(table) {
    return new PgLineABC(
      table,
      this.config
    );
  }
};
var PgLineABC = class extends PgColumn {
  static [entityKind] = "PgLineABC";
  getSQLType() {
    return "line";
  }
  mapFromDriverValue(value) {
    const [a, b, c] = value.slice(1, -1).split(",");
    return { a: Number.parseFloat(a), b: Number.parseFloat(b), c: Number.parseFloat(c) };
  }
  mapToDriverValue(value) {
    return `{${value.a},${value.b},${value.c}}`;
  }
};
function line2(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  if (!config?.mode || config.mode === "tuple") {
    return new PgLineBuilder(name);
  }
  return new PgLineABCBuilder(name);
}

// node_modules/drizzle-orm/pg-core/columns/macaddr.js
var PgMacaddrBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgMacaddrBuilder";
  constructor(name) {
    super(name, "string", "PgMacaddr");
  }
  /** @internal */
  build(table) {
    return new PgMacaddr(table, this.config);
  }
};
var PgMacaddr = class extends PgColumn {
  static [entityKind] = "PgMacaddr";
  getSQLType() {
    return "macaddr";
  }
};
function macaddr(name) {
  return new PgMacaddrBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/macaddr8.js
var PgMacaddr8Builder = class extends PgColumnBuilder {
  static [entityKind] = "PgMacaddr8Builder";
  constructor(name) {
    super(name, "string", "PgMacaddr8");
  }
  /** @internal */
  build(table) {
    return new PgMacaddr8(table, this.config);
  }
};
var PgMacaddr8 = class extends PgColumn {
  static [entityKind] = "PgMacaddr8";
  getSQLType() {
    return "macaddr8";
  }
};
function macaddr8(name) {
  return new PgMacaddr8Builder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/numeric.js
var PgNumericBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgNumericBuilder";
  constructor(name, precision, scale) {
    super(name, "string", "PgNumeric");
    this.config.precision = precision;
    this.config.scale = scale;
  }
  /** @internal */
  build(table) {
    return new PgNumeric(table, this.config);
  }
};
var PgNumeric = class extends PgColumn {
  static [entityKind] = "PgNumeric";
  precision;
  scale;
  constructor(table, config) {
    super(table, config);
    this.precision = config.precision;
    this.scale = config.scale;
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") return value;
    return String(value);
  }
  getSQLType() {
    if (this.precision !== void 0 && this.scale !== void 0) {
      return `numeric(${this.precision}, ${this.scale})`;
    } else if (this.precision === void 0) {
      return "numeric";
    } else {
      return `numeric(${this.precision})`;
    }
  }
};
var PgNumericNumberBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgNumericNumberBuilder";
  constructor(name, precision, scale) {
    super(name, "number", "PgNumericNumber");
    this.config.precision = precision;
    this.config.scale = scale;
  }
  /** @internal */
  build(table) {
    return new PgNumericNumber(
      table,
      this.config
    );
  }
};
var PgNumericNumber = class extends PgColumn {
  static [entityKind] = "PgNumericNumber";
  precision;
  scale;
  constructor(table, config) {
    super(table, config);
    this.precision = config.precision;
    this.scale = config.scale;
  }
  mapFromDriverValue(value) {
    if (typeof value === "number") return value;
    return Number(value);
  }
  mapToDriverValue = String;
  getSQLType() {
    if (this.precision !== void 0 && this.scale !== void 0) {
      return `numeric(${this.precision}, ${this.scale})`;
    } else if (this.precision === void 0) {
      return "numeric";
    } else {
      return `numeric(${this.precision})`;
    }
  }
};
var PgNumericBigIntBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgNumericBigIntBuilder";
  constructor(name, precision, scale) {
    super(name, "bigint", "PgNumericBigInt");
    this.config.precision = precision;
    this.config.scale = scale;
  }
  /** @internal */
  build(table) {
    return new PgNumericBigInt(
      table,
      this.config
    );
  }
};
var PgNumericBigInt = class extends PgColumn {
  static [entityKind] = "PgNumericBigInt";
  precision;
  scale;
  constructor(table, config) {
    super(table, config);
    this.precision = config.precision;
    this.scale = config.scale;
  }
  mapFromDriverValue = BigInt;
  mapToDriverValue = String;
  getSQLType() {
    if (this.precision !== void 0 && this.scale !== void 0) {
      return `numeric(${this.precision}, ${this.scale})`;
    } else if (this.precision === void 0) {
      return "numeric";
    } else {
      return `numeric(${this.precision})`;
    }
  }
};
function numeric(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  const mode = config?.mode;
  return mode === "number" ? new PgNumericNumberBuilder(name, config?.precision, config?.scale) : mode === "bigint" ? new PgNumericBigIntBuilder(name, config?.precision, config?.scale) : new PgNumericBuilder(name, config?.precision, config?.scale);
}

// node_modules/drizzle-orm/pg-core/columns/point.js
var PgPointTupleBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgPointTupleBuilder";
  constructor(name) {
    super(name, "array", "PgPointTuple");
  }
  /** @internal */
  build(table) {
    return new PgPointTuple(
      table,
      this.config
    );
  }
};
var PgPointTuple = class extends PgColumn {
  static [entityKind] = "PgPointTuple";
  getSQLType() {
    return "point";
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") {
      const [x, y] = value.slice(1, -1).split(",");
      return [Number.parseFloat(x), Number.parseFloat(y)];
    }
    return [value.x, value.y];
  }
  mapToDriverValue(value) {
    return `(${value[0]},${value[1]})`;
  }
};
var PgPointObjectBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgPointObjectBuilder";
  constructor(name) {
    super(name, "json", "PgPointObject");
  }
  /** @internal */
  build(table) {
    return new PgPointObject(
      table,
      this.config
    );
  }
};
var PgPointObject = class extends PgColumn {
  static [entityKind] = "PgPointObject";
  getSQLType() {
    return "point";
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") {
      const [x, y] = value.slice(1, -1).split(",");
      return { x: Number.parseFloat(x), y: Number.parseFloat(y) };
    }
    return value;
  }
  mapToDriverValue(value) {
    return `(${value.x},${value.y})`;
  }
};
function point(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  if (!config?.mode || config.mode === "tuple") {
    return new PgPointTupleBuilder(name);
  }
  return new PgPointObjectBuilder(name);
}

// node_modules/drizzle-orm/pg-core/columns/postgis_extension/utils.js
function hexToBytes(hex) {
  const bytes = [];
  for (let c = 0; c < hex.length; c += 2) {
    bytes.push(Number.parseInt(hex.slice(c, c + 2), 16));
  }
  return new Uint8Array(bytes);
}
function bytesToFloat64(bytes, offset) {
  const buffer = new ArrayBuffer(8);
  const view = new DataView(buffer);
  for (let i = 0; i < 8; i++) {
    view.setUint8(i, bytes[offset + i]);
  }
  return view.getFloat64(0, true);
}
function parseEWKB(hex) {
  const bytes = hexToBytes(hex);
  let offset = 0;
  const byteOrder = bytes[offset];
  offset += 1;
  const view = new DataView(bytes.buffer);
  const geomType = view.getUint32(offset, byteOrder === 1);
  offset += 4;
  let _srid;
  if (geomType & 536870912) {
    _srid = view.getUint32(offset, byteOrder === 1);
    offset += 4;
  }
  if ((geomType & 65535) === 1) {
    const x = bytesToFloat64(bytes, offset);
    offset += 8;
    const y = bytesToFloat64(bytes, offset);
    offset += 8;
    return [x, y];
  }
  throw new Error("Unsupported geometry type");
}

// node_modules/drizzle-orm/pg-core/columns/postgis_extension/geometry.js
var PgGeometryBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgGeometryBuilder";
  constructor(name) {
    super(name, "array", "PgGeometry");
  }
  /** @internal */
  build(table) {
    return new PgGeometry(
      table,
      this.config
    );
  }
};
var PgGeometry = class extends PgColumn {
  static [entityKind] = "PgGeometry";
  getSQLType() {
    return "geometry(point)";
  }
  mapFromDriverValue(value) {
    return parseEWKB(value);
  }
  mapToDriverValue(value) {
    return `point(${value[0]} ${value[1]})`;
  }
};
var PgGeometryObjectBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgGeometryObjectBuilder";
  constructor(name) {
    super(name, "json", "PgGeometryObject");
  }
  /** @internal */
  build(table) {
    return new PgGeometryObject(
      table,
      this.config
    );
  }
};
var PgGeometryObject = class extends PgColumn {
  static [entityKind] = "PgGeometryObject";
  getSQLType() {
    return "geometry(point)";
  }
  mapFromDriverValue(value) {
    const parsed = parseEWKB(value);
    return { x: parsed[0], y: parsed[1] };
  }
  mapToDriverValue(value) {
    return `point(${value.x} ${value.y})`;
  }
};
function geometry(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  if (!config?.mode || config.mode === "tuple") {
    return new PgGeometryBuilder(name);
  }
  return new PgGeometryObjectBuilder(name);
}

// node_modules/drizzle-orm/pg-core/columns/real.js
var PgRealBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgRealBuilder";
  constructor(name, length2) {
    super(name, "number", "PgReal");
    this.config.length = length2;
  }
  /** @internal */
  build(table) {
    return new PgReal(table, this.config);
  }
};
var PgReal = class extends PgColumn {
  static [entityKind] = "PgReal";
  constructor(table, config) {
    super(table, config);
  }
  getSQLType() {
    return "real";
  }
  mapFromDriverValue = (value) => {
    if (typeof value === "string") {
      return Number.parseFloat(value);
    }
    return value;
  };
};
function real(name) {
  return new PgRealBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/serial.js
var PgSerialBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgSerialBuilder";
  constructor(name) {
    super(name, "number", "PgSerial");
    this.config.hasDefault = true;
    this.config.notNull = true;
  }
  /** @internal */
  build(table) {
    return new PgSerial(table, this.config);
  }
};
var PgSerial = class extends PgColumn {
  static [entityKind] = "PgSerial";
  getSQLType() {
    return "serial";
  }
};
function serial(name) {
  return new PgSerialBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/smallint.js
var PgSmallIntBuilder = class extends PgIntColumnBaseBuilder {
  static [entityKind] = "PgSmallIntBuilder";
  constructor(name) {
    super(name, "number", "PgSmallInt");
  }
  /** @internal */
  build(table) {
    return new PgSmallInt(table, this.config);
  }
};
var PgSmallInt = class extends PgColumn {
  static [entityKind] = "PgSmallInt";
  getSQLType() {
    return "smallint";
  }
  mapFromDriverValue = (value) => {
    if (typeof value === "string") {
      return Number(value);
    }
    return value;
  };
};
function smallint(name) {
  return new PgSmallIntBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/smallserial.js
var PgSmallSerialBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgSmallSerialBuilder";
  constructor(name) {
    super(name, "number", "PgSmallSerial");
    this.config.hasDefault = true;
    this.config.notNull = true;
  }
  /** @internal */
  build(table) {
    return new PgSmallSerial(
      table,
      this.config
    );
  }
};
var PgSmallSerial = class extends PgColumn {
  static [entityKind] = "PgSmallSerial";
  getSQLType() {
    return "smallserial";
  }
};
function smallserial(name) {
  return new PgSmallSerialBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/text.js
var PgTextBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgTextBuilder";
  constructor(name, config) {
    super(name, "string", "PgText");
    this.config.enumValues = config.enum;
  }
  /** @internal */
  build(table) {
    return new PgText(table, this.config);
  }
};
var PgText = class extends PgColumn {
  static [entityKind] = "PgText";
  enumValues = this.config.enumValues;
  getSQLType() {
    return "text";
  }
};
function text(a, b = {}) {
  const { name, config } = getColumnNameAndConfig(a, b);
  return new PgTextBuilder(name, config);
}

// node_modules/drizzle-orm/pg-core/columns/time.js
var PgTimeBuilder = class extends PgDateColumnBaseBuilder {
  constructor(name, withTimezone, precision) {
    super(name, "string", "PgTime");
    this.withTimezone = withTimezone;
    this.precision = precision;
    this.config.withTimezone = withTimezone;
    this.config.precision = precision;
  }
  static [entityKind] = "PgTimeBuilder";
  /** @internal */
  build(table) {
    return new PgTime(table, this.config);
  }
};
var PgTime = class extends PgColumn {
  static [entityKind] = "PgTime";
  withTimezone;
  precision;
  constructor(table, config) {
    super(table, config);
    this.withTimezone = config.withTimezone;
    this.precision = config.precision;
  }
  getSQLType() {
    const precision = this.precision === void 0 ? "" : `(${this.precision})`;
    return `time${precision}${this.withTimezone ? " with time zone" : ""}`;
  }
};
function time(a, b = {}) {
  const { name, config } = getColumnNameAndConfig(a, b);
  return new PgTimeBuilder(name, config.withTimezone ?? false, config.precision);
}

// node_modules/drizzle-orm/pg-core/columns/timestamp.js
var PgTimestampBuilder = class extends PgDateColumnBaseBuilder {
  static [entityKind] = "PgTimestampBuilder";
  constructor(name, withTimezone, precision) {
    super(name, "date", "PgTimestamp");
    this.config.withTimezone = withTimezone;
    this.config.precision = precision;
  }
  /** @internal */
  build(table) {
    return new PgTimestamp(table, this.config);
  }
};
var PgTimestamp = class extends PgColumn {
  static [entityKind] = "PgTimestamp";
  withTimezone;
  precision;
  constructor(table, config) {
    super(table, config);
    this.withTimezone = config.withTimezone;
    this.precision = config.precision;
  }
  getSQLType() {
    const precision = this.precision === void 0 ? "" : ` (${this.precision})`;
    return `timestamp${precision}${this.withTimezone ? " with time zone" : ""}`;
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") return new Date(this.withTimezone ? value : value + "+0000");
    return value;
  }
  mapToDriverValue = (value) => {
    return value.toISOString();
  };
};
var PgTimestampStringBuilder = class extends PgDateColumnBaseBuilder {
  static [entityKind] = "PgTimestampStringBuilder";
  constructor(name, withTimezone, precision) {
    super(name, "string", "PgTimestampString");
    this.config.withTimezone = withTimezone;
    this.config.precision = precision;
  }
  /** @internal */
  build(table) {
    return new PgTimestampString(
      table,
      this.config
    );
  }
};
var PgTimestampString = class extends PgColumn {
  static [entityKind] = "PgTimestampString";
  withTimezone;
  precision;
  constructor(table, config) {
    super(table, config);
    this.withTimezone = config.withTimezone;
    this.precision = config.precision;
  }
  getSQLType() {
    const precision = this.precision === void 0 ? "" : `(${this.precision})`;
    return `timestamp${precision}${this.withTimezone ? " with time zone" : ""}`;
  }
  mapFromDriverValue(value) {
    if (typeof value === "string") return value;
    const shortened = value.toISOString().slice(0, -1).replace("T", " ");
    if (this.withTimezone) {
      const offset = value.getTimezoneOffset();
      const sign = offset <= 0 ? "+" : "-";
      return `${shortened}${sign}${Math.floor(Math.abs(offset) / 60).toString().padStart(2, "0")}`;
    }
    return shortened;
  }
};
function timestamp(a, b = {}) {
  const { name, config } = getColumnNameAndConfig(a, b);
  if (config?.mode === "string") {
    return new PgTimestampStringBuilder(name, config.withTimezone ?? false, config.precision);
  }
  return new PgTimestampBuilder(name, config?.withTimezone ?? false, config?.precision);
}

// node_modules/drizzle-orm/pg-core/columns/uuid.js
var PgUUIDBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgUUIDBuilder";
  constructor(name) {
    super(name, "string", "PgUUID");
  }
  /**
   * Adds `default gen_random_uuid()` to the column definition.
   */
  defaultRandom() {
    return this.default(sql`gen_random_uuid()`);
  }
  /** @internal */
  build(table) {
    return new PgUUID(table, this.config);
  }
};
var PgUUID = class extends PgColumn {
  static [entityKind] = "PgUUID";
  getSQLType() {
    return "uuid";
  }
};
function uuid(name) {
  return new PgUUIDBuilder(name ?? "");
}

// node_modules/drizzle-orm/pg-core/columns/varchar.js
var PgVarcharBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgVarcharBuilder";
  constructor(name, config) {
    super(name, "string", "PgVarchar");
    this.config.length = config.length;
    this.config.enumValues = config.enum;
  }
  /** @internal */
  build(table) {
    return new PgVarchar(
      table,
      this.config
    );
  }
};
var PgVarchar = class extends PgColumn {
  static [entityKind] = "PgVarchar";
  length = this.config.length;
  enumValues = this.config.enumValues;
  getSQLType() {
    return this.length === void 0 ? `varchar` : `varchar(${this.length})`;
  }
};
function varchar(a, b = {}) {
  const { name, config } = getColumnNameAndConfig(a, b);
  return new PgVarcharBuilder(name, config);
}

// node_modules/drizzle-orm/pg-core/columns/vector_extension/bit.js
var PgBinaryVectorBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgBinaryVectorBuilder";
  constructor(name, config) {
    super(name, "string", "PgBinaryVector");
    this.config.dimensions = config.dimensions;
  }
  /** @internal */
  build(table) {
    return new PgBinaryVector(
      table,
      this.config
    );
  }
};
var PgBinaryVector = class extends PgColumn {
  static [entityKind] = "PgBinaryVector";
  dimensions = this.config.dimensions;
  getSQLType() {
    return `bit(${this.dimensions})`;
  }
};
function bit(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  return new PgBinaryVectorBuilder(name, config);
}

// node_modules/drizzle-orm/pg-core/columns/vector_extension/halfvec.js
var PgHalfVectorBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgHalfVectorBuilder";
  constructor(name, config) {
    super(name, "array", "PgHalfVector");
    this.config.dimensions = config.dimensions;
  }
  /** @internal */
  build(table) {
    return new PgHalfVector(
      table,
      this.config
    );
  }
};
var PgHalfVector = class extends PgColumn {
  static [entityKind] = "PgHalfVector";
  dimensions = this.config.dimensions;
  getSQLType() {
    return `halfvec(${this.dimensions})`;
  }
  mapToDriverValue(value) {
    return JSON.stringify(value);
  }
  mapFromDriverValue(value) {
    return value.slice(1, -1).split(",").map((v) => Number.parseFloat(v));
  }
};
function halfvec(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  return new PgHalfVectorBuilder(name, config);
}

// node_modules/drizzle-orm/pg-core/columns/vector_extension/sparsevec.js
var PgSparseVectorBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgSparseVectorBuilder";
  constructor(name, config) {
    super(name, "string", "PgSparseVector");
    this.config.dimensions = config.dimensions;
  }
  /** @internal */
  build(table) {
    return new PgSparseVector(
      table,
      this.config
    );
  }
};
var PgSparseVector = class extends PgColumn {
  static [entityKind] = "PgSparseVector";
  dimensions = this.config.dimensions;
  getSQLType() {
    return `sparsevec(${this.dimensions})`;
  }
};
function sparsevec(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  return new PgSparseVectorBuilder(name, config);
}

// node_modules/drizzle-orm/pg-core/columns/vector_extension/vector.js
var PgVectorBuilder = class extends PgColumnBuilder {
  static [entityKind] = "PgVectorBuilder";
  constructor(name, config) {
    super(name, "array", "PgVector");
    this.config.dimensions = config.dimensions;
  }
  /** @internal */
  build(table) {
    return new PgVector(
      table,
      this.config
    );
  }
};
var PgVector = class extends PgColumn {
  static [entityKind] = "PgVector";
  dimensions = this.config.dimensions;
  getSQLType() {
    return `vector(${this.dimensions})`;
  }
  mapToDriverValue(value) {
    return JSON.stringify(value);
  }
  mapFromDriverValue(value) {
    return value.slice(1, -1).split(",").map((v) => Number.parseFloat(v));
  }
};
function vector(a, b) {
  const { name, config } = getColumnNameAndConfig(a, b);
  return new PgVectorBuilder(name, config);
}

// node_modules/drizzle-orm/pg-core/columns/all.js
function getPgColumnBuilders() {
  return {
    bigint,
    bigserial,
    boolean: boolean2,
    char,
    cidr,
    customType,
    date,
    doublePrecision,
    inet,
    integer: integer2,
    interval,
    json,
    jsonb,
    line: line2,
    macaddr,
    macaddr8,
    numeric,
    point,
    geometry,
    real,
    serial,
    smallint,
    smallserial,
    text,
    time,
    timestamp,
    uuid,
    varchar,
    bit,
    halfvec,
    sparsevec,
    vector
  };
}

// node_modules/drizzle-orm/pg-core/table.js
var InlineForeignKeys = /* @__PURE__ */ Symbol.for("drizzle:PgInlineForeignKeys");
var EnableRLS = /* @__PURE__ */ Symbol.for("drizzle:EnableRLS");
var PgTable = class extends Table {
  static [entityKind] = "PgTable";
  /** @internal */
  static Symbol = Object.assign({}, Table.Symbol, {
    InlineForeignKeys,
    EnableRLS
  });
  /**@internal */
  [InlineForeignKeys] = [];
  /** @internal */
  [EnableRLS] = false;
  /** @internal */
  [Table.Symbol.ExtraConfigBuilder] = void 0;
  /** @internal */
  [Table.Symbol.ExtraConfigColumns] = {};
};
function pgTableWithSchema(name, columns, extraConfig, schema, baseName = name) {
  const rawTable = new PgTable(name, schema, baseName);
  const parsedColumns = typeof columns === "function" ? columns(getPgColumnBuilders()) : columns;
  const builtColumns = Object.fromEntries(
    Object.entries(parsedColumns).map(([name2, colBuilderBase]) => {
      const colBuilder = colBuilderBase;
      colBuilder.setName(name2);
      const column = colBuilder.build(rawTable);
      rawTable[InlineForeignKeys].push(...colBuilder.buildForeignKeys(column, rawTable));
      return [name2, column];
    })
  );
  const builtColumnsForExtraConfig = Object.fromEntries(
    Object.entries(parsedColumns).map(([name2, colBuilderBase]) => {
      const colBuilder = colBuilderBase;
      colBuilder.setName(name2);
      const column = colBuilder.buildExtraConfigColumn(rawTable);
      return [name2, column];
    })
  );
  const table = Object.assign(rawTable, builtColumns);
  table[Table.Symbol.Columns] = builtColumns;
  table[Table.Symbol.ExtraConfigColumns] = builtColumnsForExtraConfig;
  if (extraConfig) {
    table[PgTable.Symbol.ExtraConfigBuilder] = extraConfig;
  }
  return Object.assign(table, {
    enableRLS: () => {
      table[PgTable.Symbol.EnableRLS] = true;
      return table;
    }
  });
}
var pgTable = (name, columns, extraConfig) => {
  return pgTableWithSchema(name, columns, extraConfig, void 0);
};

// node_modules/drizzle-orm/pg-core/primary-keys.js
function primaryKey(...config) {
  if (config[0].columns) {
    return new PrimaryKeyBuilder(config[0].columns, config[0].name);
  }
  return new PrimaryKeyBuilder(config);
}
var PrimaryKeyBuilder = class {
  static [entityKind] = "PgPrimaryKeyBuilder";
  /** @internal */
  columns;
  /** @internal */
  name;
  constructor(columns, name) {
    this.columns = columns;
    this.name = name;
  }
  /** @internal */
  build(table) {
    return new PrimaryKey(table, this.columns, this.name);
  }
};
var PrimaryKey = class {
  constructor(table, columns, name) {
    this.table = table;
    this.columns = columns;
    this.name = name;
  }
  static [entityKind] = "PgPrimaryKey";
  columns;
  name;
  getName() {
    return this.name ?? `${this.table[PgTable.Symbol.Name]}_${this.columns.map((column) => column.name).join("_")}_pk`;
  }
};

// node_modules/drizzle-orm/pg-core/checks.js
var CheckBuilder = class {
  constructor(name, value) {
    this.name = name;
    this.value = value;
  }
  static [entityKind] = "PgCheckBuilder";
  brand;
  /** @internal */
  build(table) {
    return new Check(table, this);
  }
};
var Check = class {
  constructor(table, builder) {
    this.table = table;
    this.name = builder.name;
    this.value = builder.value;
  }
  static [entityKind] = "PgCheck";
  name;
  value;
};
function check2(name, value) {
  return new CheckBuilder(name, value);
}

// node_modules/drizzle-orm/pg-core/indexes.js
var IndexBuilderOn = class {
  constructor(unique2, name) {
    this.unique = unique2;
    this.name = name;
  }
  static [entityKind] = "PgIndexBuilderOn";
  on(...columns) {
    return new IndexBuilder(
      columns.map((it) => {
        if (is(it, SQL)) {
          return it;
        }
        it = it;
        const clonedIndexedColumn = new IndexedColumn(it.name, !!it.keyAsName, it.columnType, it.indexConfig);
        it.indexConfig = JSON.parse(JSON.stringify(it.defaultConfig));
        return clonedIndexedColumn;
      }),
      this.unique,
      false,
      this.name
    );
  }
  onOnly(...columns) {
    return new IndexBuilder(
      columns.map((it) => {
        if (is(it, SQL)) {
          return it;
        }
        it = it;
        const clonedIndexedColumn = new IndexedColumn(it.name, !!it.keyAsName, it.columnType, it.indexConfig);
        it.indexConfig = it.defaultConfig;
        return clonedIndexedColumn;
      }),
      this.unique,
      true,
      this.name
    );
  }
  /**
   * Specify what index method to use. Choices are `btree`, `hash`, `gist`, `spgist`, `gin`, `brin`, or user-installed access methods like `bloom`. The default method is `btree.
   *
   * If you have the `pg_vector` extension installed in your database, you can use the `hnsw` and `ivfflat` options, which are predefined types.
   *
   * **You can always specify any string you want in the method, in case Drizzle doesn't have it natively in its types**
   *
   * @param method The name of the index method to be used
   * @param columns
   * @returns
   */
  using(method, ...columns) {
    return new IndexBuilder(
      columns.map((it) => {
        if (is(it, SQL)) {
          return it;
        }
        it = it;
        const clonedIndexedColumn = new IndexedColumn(it.name, !!it.keyAsName, it.columnType, it.indexConfig);
        it.indexConfig = JSON.parse(JSON.stringify(it.defaultConfig));
        return clonedIndexedColumn;
      }),
      this.unique,
      true,
      this.name,
      method
    );
  }
};
var IndexBuilder = class {
  static [entityKind] = "PgIndexBuilder";
  /** @internal */
  config;
  constructor(columns, unique2, only, name, method = "btree") {
    this.config = {
      name,
      columns,
      unique: unique2,
      only,
      method
    };
  }
  concurrently() {
    this.config.concurrently = true;
    return this;
  }
  with(obj) {
    this.config.with = obj;
    return this;
  }
  where(condition) {
    this.config.where = condition;
    return this;
  }
  /** @internal */
  build(table) {
    return new Index(this.config, table);
  }
};
var Index = class {
  static [entityKind] = "PgIndex";
  config;
  constructor(config, table) {
    this.config = { ...config, table };
  }
};
function index(name) {
  return new IndexBuilderOn(false, name);
}
function uniqueIndex(name) {
  return new IndexBuilderOn(true, name);
}

// db/connect.ts
import postgres from "postgres";
var hotDrivers = /* @__PURE__ */ new WeakMap();
var driverOf = (db) => db._.session.client;
var PREPARED = { prepare: true, simple: false };
function statement(text2) {
  return async (db, parameters) => {
    return await (hotDrivers.get(db) ?? driverOf(db)).unsafe(text2, [...parameters], PREPARED);
  };
}

// db/schema/law-search.ts
var bytea = customType({ dataType: () => "bytea" });
var searchGeneration = pgTable(
  "law_search_generation",
  {
    generation: integer2().primaryKey(),
    /** Of everything that was read for it; the same digest needs no new index. */
    digest: text().notNull(),
    documents: integer2().notNull(),
    builtAt: timestamp({ withTimezone: true }).notNull(),
    current: boolean2().notNull()
  },
  (table) => [
    uniqueIndex().on(table.current).where(sql`current`)
  ]
);
var searchTerm = pgTable(
  "law_search_term",
  {
    generation: integer2().notNull(),
    /** A Chinese character, a pair of them, a Latin word or a number. */
    term: text().notNull(),
    /** Articles whose text or gist holds it. */
    documents: integer2().notNull(),
    texts: bytea().notNull(),
    gists: bytea().notNull(),
    paths: bytea().notNull(),
    titles: bytea().notNull()
  },
  (table) => [primaryKey({ columns: [table.generation, table.term] })]
);
var searchVersion = pgTable(
  "law_search_version",
  {
    generation: integer2().notNull(),
    number: smallint().notNull(),
    lawId: text().notNull(),
    version: date().notNull(),
    firstDocument: integer2().notNull(),
    firstPath: integer2().notNull(),
    titleLength: smallint().notNull(),
    /** Article ids, separated by blanks. */
    articles: text().notNull(),
    textLengths: bytea().notNull(),
    gistLengths: bytea().notNull(),
    standings: bytea().notNull(),
    paths: bytea().notNull(),
    pathLengths: bytea().notNull()
  },
  (table) => [primaryKey({ columns: [table.generation, table.number] })]
);
var searchLexicon = pgTable("law_search_lexicon", {
  id: smallint().primaryKey().default(1),
  digest: text().notNull(),
  entries: jsonb().$type().notNull()
});

// src/lib/law/domain/law-kinds.ts
var LAW_KINDS = {
  constitution: "\u5BAA\u6CD5",
  law: "\u6CD5\u5F8B",
  regulation: "\u884C\u653F\u6CD5\u89C4",
  interpretation: "\u53F8\u6CD5\u89E3\u91CA",
  rule: "\u90E8\u95E8\u89C4\u7AE0",
  other: "\u5176\u4ED6\u89C4\u8303\u6027\u6587\u4EF6"
};
var TEXT_STATES = { gist: "\u672C\u5E73\u53F0\u8981\u70B9", missing: "\u7F3A\u6587\u672C", full: "\u5B98\u65B9\u6587\u672C" };

// db/schema/one-of.ts
function oneOf(column, labels) {
  const keys = Object.keys(labels).map((key) => sql.raw(`'${key}'`));
  return sql`${column} in (${sql.join(keys, sql`, `)})`;
}

// db/schema/law.ts
var law = pgTable(
  "law",
  {
    id: text().primaryKey(),
    title: text().notNull(),
    shortTitles: text().array().notNull(),
    /** What titles are compared by: see `titleKey` of the law room. Two texts with one key are versions of one law. */
    titleKey: text().notNull(),
    kind: text({ enum: Object.keys(LAW_KINDS) }).notNull(),
    /** Of its file in `content/law`; null = known by an imported text only. */
    digest: text()
  },
  (table) => [unique().on(table.titleKey), check2("law_kind", oneOf(table.kind, LAW_KINDS))]
);
var lawVersion = pgTable(
  "law_version",
  {
    lawId: text().notNull().references(() => law.id),
    /** Date of adoption or of the latest amendment. */
    version: date().notNull(),
    inForceFrom: date(),
    inForceUntil: date(),
    /** A file of `content/law` lists this version; what it states then stands over what an import finds. */
    isStated: boolean2().notNull().default(false),
    /** Dates in force as the file states them; `inForceFrom` and `inForceUntil` are settled from them and the texts. */
    statedFrom: date(),
    statedUntil: date(),
    text: text({ enum: Object.keys(TEXT_STATES) }).notNull(),
    articles: integer2(),
    note: text(),
    /** The other law that took its place when it ended (an id; it may be loaded later); null = none. */
    replacedBy: text(),
    /** SHA-256 of the imported text, hex; null = no official text here. */
    textDigest: text(),
    /** Where the text came from, as the import was told: path inside the archive or folder. */
    textSource: text(),
    /** The dated lines under the title, one a line; empty without an imported text. */
    history: text().notNull().default("")
  },
  (table) => [
    primaryKey({ columns: [table.lawId, table.version] }),
    check2("law_version_text", oneOf(table.text, TEXT_STATES))
  ]
);
var lawSection = pgTable(
  "law_section",
  {
    lawId: text().notNull(),
    version: date().notNull(),
    /** 0, 1, 2 … in the order of the text. */
    position: smallint().notNull(),
    /** 1 = outermost heading of this text. */
    level: smallint().notNull(),
    heading: text().notNull()
  },
  (table) => [
    primaryKey({ columns: [table.lawId, table.version, table.position] }),
    foreignKey({
      columns: [table.lawId, table.version],
      foreignColumns: [lawVersion.lawId, lawVersion.version]
    }).onDelete("cascade")
  ]
);
var lawArticle = pgTable(
  "law_article",
  {
    lawId: text().notNull(),
    version: date().notNull(),
    /** `97`, `134-1`; for texts without articles see `TEXT_UNITS` of the law room. */
    article: text().notNull(),
    /** 0, 1, 2 … in the order of the text. */
    position: integer2().notNull(),
    /** As the text writes it: 第九十七条, 一、, 序言, 附件. */
    label: text().notNull(),
    /** Position of the innermost heading above it; null = before any heading. */
    section: smallint(),
    text: text().notNull()
  },
  (table) => [
    primaryKey({ columns: [table.lawId, table.version, table.article] }),
    foreignKey({
      columns: [table.lawId, table.version],
      foreignColumns: [lawVersion.lawId, lawVersion.version]
    }).onDelete("cascade")
  ]
);
var articleGist = pgTable(
  "article_gist",
  {
    lawId: text().notNull().references(() => law.id),
    article: text().notNull(),
    version: date().notNull(),
    heading: text().notNull(),
    gist: text().notNull(),
    /** `134-1` sorts after `134`: number × 100 + sub-number. */
    position: integer2().notNull()
  },
  (table) => [primaryKey({ columns: [table.lawId, table.version, table.article] })]
);
var citation2 = pgTable(
  "citation",
  {
    kind: text().notNull(),
    pieceId: text().notNull(),
    pieceVersion: integer2().notNull(),
    number: smallint().notNull(),
    lawId: text().notNull().references(() => law.id),
    article: text().notNull(),
    paragraph: smallint(),
    item: smallint(),
    asOf: date().notNull(),
    /** The law version the citation resolved to on `asOf`. */
    version: date().notNull(),
    /** Title of the citing piece, for lists. */
    title: text().notNull()
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.pieceId, table.pieceVersion, table.number] }),
    index().on(table.lawId, table.article)
  ]
);

// src/lib/law/server/repository/search.server.ts
var selectState = statement(
  `select g.generation, g.digest, l.digest as lexicon
	from law_search_generation g left join law_search_lexicon l on l.id = 1 where g.current`
);
var selectTerms = statement(
  `select term, documents, texts, gists, paths, titles from law_search_term
	where generation = $1 and term = any(string_to_array($2, ' '))`
);
var selectWording = statement(
  `select (w.n - 1)::int as place, a.label, a.text, g.heading, g.gist
	from jsonb_to_recordset($1::text::jsonb) as w(n int, l text, v date, a text)
	left join law_article a on a.law_id = w.l and a.version = w.v and a.article = w.a
	left join article_gist g on g.law_id = w.l and g.version = w.v and g.article = w.a`
);

// src/lib/law/server/use-cases/lexicon.server.ts
var words = pipe(array(line), minLength(1));
var lexiconSchema = strictObject({
  ...provenance,
  words: pipe(array(strictObject({ say: words, law: words })), minLength(1))
});

// src/lib/platform/project-root.server.ts
import { existsSync, readFileSync as readFileSync2 } from "node:fs";
import { dirname, join as join2 } from "node:path";
import { fileURLToPath } from "node:url";
var found;
function projectRoot() {
  found ??= search(dirname(fileURLToPath(import.meta.url))) ?? search(process.cwd());
  if (found === void 0) throw new Error("\u627E\u4E0D\u5230\u64C2\u53F0\u7684\u76EE\u5F55\uFF08package.json\uFF09");
  return found;
}
function search(folder) {
  const file = join2(folder, "package.json");
  if (existsSync(file) && JSON.parse(readFileSync2(file, "utf8")).name === "leitai")
    return folder;
  return dirname(folder) === folder ? void 0 : search(dirname(folder));
}

// src/lib/discretion/domain/calculator-links.ts
var OWN_TITLES = { \u884C\u653F\u5904\u7F5A\u6CD5: "administrative-penalty-law", \u5211\u6CD5: "criminal-law" };
var NUMBER = `[${NUMERALS}]{1,9}`;
var NAMED = new RegExp(`\u7B2C(${NUMBER})\u6761(?:\u4E4B(${NUMBER}))?`);
var RULE_ID = /[a-z]+-[a-z0-9]+(?:-[a-z0-9]+)+/g;
var MOST_KNOWN = 2e3;
var SourceFinder = class {
  #titles;
  #known = /* @__PURE__ */ new Map();
  #names;
  constructor({ frame, provisions, benchmark }) {
    const own = Object.entries(frame.laws).map(([id, title]) => [title, id]);
    this.#titles = [...own, ...Object.entries(OWN_TITLES)].toSorted((left, right) => right[0].length - left[0].length);
    const names = [...provisions.values()].map((rule) => [rule.id, ruleName(rule, frame)]);
    this.#names = new Map([...names, [benchmark.id, benchmark.title]]);
  }
  /** The place that a source names; each source is taken apart once. */
  source(text2) {
    const known = this.#known.get(text2);
    if (known) return known;
    const found2 = { text: this.readable(text2), ...this.#find(text2) };
    if (this.#known.size < MOST_KNOWN) this.#known.set(text2, found2);
    return found2;
  }
  /** A sentence of the engine with rules called by their articles. */
  readable(text2) {
    return text2.replace(RULE_ID, (id) => this.#names.get(id) ?? id);
  }
  nameOf(id) {
    return this.#names.get(id) ?? id;
  }
  #find(text2) {
    const law2 = this.#titles.find(([title]) => text2.startsWith(title))?.[1] ?? null;
    const match = NAMED.exec(text2);
    if (law2 === null || !match) return { law: null, article: null };
    const [number2, sub] = [readNumber(match[1]), match[2] === void 0 ? null : readNumber(match[2])];
    const article = sub === null ? `${number2}` : `${number2}-${sub}`;
    return ARTICLE.test(article) ? { law: law2, article } : { law: null, article: null };
  }
};
var ruleName = ({ penalty }, frame) => (frame.laws[penalty.law] ?? "") + penaltyReference(penalty);

// src/lib/law/domain/search/question-terms.ts
var FILLERS = new RegExp(
  [
    ...["\u8BF7\u95EE", "\u600E\u4E48\u529E", "\u8BE5\u600E\u4E48", "\u600E\u4E48\u6837", "\u600E\u4E48", "\u600E\u6837", "\u5982\u4F55", "\u4EC0\u4E48", "\u53EF\u4EE5\u5417", "\u53EF\u4E0D\u53EF\u4EE5", "\u80FD\u4E0D\u80FD", "\u662F\u4E0D\u662F"],
    ...["\u6709\u6CA1\u6709", "\u8981\u4E0D\u8981", "\u4F1A\u4E0D\u4F1A", "\u5E94\u8BE5", "\u5E94\u5F53", "\u6211\u60F3", "\u6211\u4EEC", "\u6211\u7684", "\u4ED6\u4EEC", "\u4F60\u4EEC", "\u54A8\u8BE2", "\u4E00\u4E0B", "\u591A\u5C11"],
    ...["\u54EA\u4E9B", "\u54EA\u91CC", "\u54EA\u4E2A", "\u4E3A\u4EC0\u4E48", "\u662F\u5426", "\u8BF7\u6559", "\u8C22\u8C22", "\u7B97\u4E0D\u7B97", "\u884C\u4E0D\u884C", "\u7684\u8BDD", "\u5982\u679C", "\u73B0\u5728", "\u4E00\u76F4"],
    ...["\u5DF2\u7ECF", "\u56E0\u4E3A", "\u6240\u4EE5", "\u4F46\u662F", "\u8FD8\u662F", "\u6216\u8005", "\u7136\u540E", "\u9700\u8981", "\u53EF\u4EE5", "\u80FD\u591F", "\u77E5\u9053", "\u60C5\u51B5", "\u95EE\u9898"],
    ...["\u5417", "\u5462", "\u4E86"]
  ].join("|"),
  "g"
);
var STOP = new Set(
  "\u7684\u4E86\u662F\u6211\u5728\u6709\u548C\u5C31\u4E0D\u4EBA\u90FD\u4E00\u4E2A\u4E0A\u4E5F\u5F88\u5230\u8BF4\u8981\u53BB\u4F60\u4F1A\u7740\u6CA1\u770B\u597D\u81EA\u8FD9\u90A3\u4ED6\u5979\u5B83\u4EEC\u5417\u5462\u5427\u554A\u5440\u4E48\u4EC0\u600E\u53CA\u5176\u4E0E\u6216\u8005\u7B49\u8BE5\u88AB\u628A\u5BF9\u4E3A\u4EE5\u4E8E\u4E4B\u800C\u4F46\u5982\u7531\u4ECE\u5411\u7ED9\u8BA9"
);

// src/lib/discretion/domain/calculator-search.ts
var NUMBER2 = `[${NUMERALS}]{1,9}`;
var PLACE = new RegExp(`^\u7B2C?(${NUMBER2})\u6761?(?:\u7B2C?(${NUMBER2})\u6B3E)?(?:\u7B2C?[(\uFF08]?(${NUMBER2})[)\uFF09]?\u9879)?$`);

// src/lib/discretion/domain/provision-faults.ts
function findProvisionFaults(row) {
  const faults = [];
  const stages = Object.entries(row.stages);
  if (stages.length === 0) faults.push({ field: "stages", message: "\u81F3\u5C11\u6709\u4E00\u4E2A\u9636\u6BB5" });
  if (row.scorable && !row.verified) faults.push({ field: "scorable", message: "\u672A\u6838\u5B9E\u7684\u7F5A\u5219\u4E0D\u5F97\u8BA1\u5206" });
  if (row.valid.to !== null && row.valid.to < row.valid.from) {
    faults.push({ field: "valid", message: "\u9002\u7528\u671F\u95F4\u7684\u6B62\u65E5\u65E9\u4E8E\u8D77\u65E5" });
  }
  const first = row.stages.first;
  if (row.orderToCorrect === "required-first" && first && first.fines.length > 0) {
    faults.push({ field: "stages.first.fines", message: "\u5148\u8D23\u4EE4\u6539\u6B63\u7684\uFF0C\u9996\u6B21\u4E0D\u80FD\u6709\u7F5A\u6B3E" });
  }
  for (const [stage2, { fines }] of stages) {
    fines.forEach(({ subject }, index2) => {
      const stranger = subjectsIn(subject)?.find((one) => !row.subjects.includes(one));
      if (stranger) {
        faults.push({ field: `stages.${stage2}.fines.${index2}.subject`, message: `\u201C${stranger}\u201D\u4E0D\u5728\u5904\u7F5A\u5BF9\u8C61\u4E4B\u5217` });
      }
    });
  }
  for (const field of ["dualPenalty", "hearing"]) {
    for (const stage2 of Object.keys(row[field])) {
      if (!row.stages[stage2]) faults.push({ field: `${field}.${stage2}`, message: `\u6CA1\u6709\u201C${STAGES[stage2]}\u201D\u8FD9\u4E00\u9636\u6BB5` });
    }
  }
  for (const [stage2, dual2] of Object.entries(row.dualPenalty)) {
    if (row.stages[stage2] && !agrees(dual2, row.stages[stage2].fines)) {
      faults.push({ field: `dualPenalty.${stage2}`, message: "\u53CC\u7F5A\u7684\u5BF9\u8C61\u3001\u6570\u989D\u4E0E\u8BE5\u9636\u6BB5\u7684\u7F5A\u6B3E\u4E0D\u4E00\u81F4" });
    }
  }
  return faults;
}
function agrees(dual2, fines) {
  const same = fines.some(
    (fine2) => fine2.subject === dual2.person && fine2.kind === dual2.kind && "min" in fine2 && fine2.min === dual2.min && fine2.max === dual2.max
  );
  const UNITS = ["\u5355\u4F4D", "\u673A\u6784", "\u65BD\u5DE5\u5355\u4F4D"];
  const finesUnit = fines.some(({ subject }) => subjectsIn(subject)?.some((one) => UNITS.includes(one)));
  return same && finesUnit === dual2.unitAlsoFined;
}

// src/lib/discretion/server/use-cases/content-shapes.server.ts
var whole = pipe(number(), integer("\u5E94\u4E3A\u6574\u6570"), minValue(0, "\u4E0D\u80FD\u4E3A\u8D1F"));
var yuan = pipe(whole, transform(fenOf));
var yuanRange = pipe(
  tuple([yuan, yuan]),
  check(([min, max]) => min < max, "\u4E0B\u9650\u5E94\u5C0F\u4E8E\u4E0A\u9650")
);
var percent = pipe(whole, maxValue(100, "\u767E\u5206\u6570\u4E0D\u8D85\u8FC7 100"));
var count = whole;
var positive = pipe(whole, minValue(1, "\u5E94\u5927\u4E8E 0"));
var stageKey = picklist(Object.keys(STAGES));
function byStage(schema) {
  const entry = optional(schema);
  return strictObject({ first: entry, overdue: entry, refused: entry, accident: entry });
}
function byLevel(schema) {
  return strictObject({ \u4E00\u822C: schema, \u8F83\u5927: schema, \u91CD\u5927: schema, \u7279\u522B\u91CD\u5927: schema });
}

// src/lib/discretion/server/use-cases/provision-schema.server.ts
var phrase = pipe(
  line,
  check((text2) => subjectsIn(text2) !== null, `\u5BF9\u8C61\u53EA\u80FD\u7531\u8FD9\u4E9B\u8BCD\u7EC4\u6210\uFF1A${Object.keys(SUBJECTS).join("\u3001")}`)
);
var branch = strictObject({
  text: line,
  illegalIncomeFrom: optional(yuan),
  illegalIncomeBelow: optional(yuan),
  gravity: optional(picklist(["ordinary", "especially-grave"]))
});
var common = {
  subject: phrase,
  mandatory: boolean(),
  when: optional(branch),
  singleOrCombined: optional(boolean())
};
var inOrder = ({ min, max }) => min < max;
var DISORDER = "\u4E0B\u9650\u5E94\u5C0F\u4E8E\u4E0A\u9650";
var ends = (schema) => ({ min: schema, max: schema });
var fine = variant("kind", [
  pipe(strictObject({ ...common, kind: literal("range"), ...ends(yuan) }), check(inOrder, DISORDER)),
  pipe(
    strictObject({ ...common, kind: literal("up_to"), min: literal(0), max: yuan }),
    check(inOrder, DISORDER)
  ),
  pipe(
    strictObject({ ...common, kind: literal("multiple_illegal_income"), ...ends(positive) }),
    check(inOrder, DISORDER)
  ),
  pipe(
    strictObject({ ...common, kind: literal("pct_annual_income"), ...ends(percent) }),
    check(inOrder, DISORDER)
  ),
  strictObject({ ...common, kind: literal("fixed_pct_annual_income"), levels: byLevel(percent) }),
  strictObject({ ...common, kind: literal("range_by_accident_level"), levels: byLevel(yuanRange) }),
  strictObject({
    ...common,
    kind: literal("daily_multiple_of_original_fine"),
    ...{ min: literal(1), max: null_(), per: literal("\u65E5") }
  })
]);
var sanction = strictObject({
  code: picklist(Object.keys(SANCTIONS)),
  mandatory: boolean(),
  target: phrase,
  condition: optional(line)
});
var stage = strictObject({
  trigger: line,
  order: nullable(line),
  fines: array(fine),
  sanctions: array(sanction)
});
var dual = variant("kind", [
  strictObject({ person: phrase, kind: picklist(["range", "up_to"]), ...ends(yuan), unitAlsoFined: boolean() }),
  strictObject({ person: phrase, kind: literal("pct_annual_income"), ...ends(percent), unitAlsoFined: boolean() })
]);
var { paragraph, item } = citation.entries;
var provision = strictObject({
  id: slug,
  violation: line,
  duties: pipe(
    array(strictObject({ law: slug, article: nullable(articleNumber), paragraph, item, note: optional(line) })),
    minLength(1, "\u81F3\u5C11\u5199\u660E\u4E00\u6761\u88AB\u8FDD\u53CD\u7684\u4E49\u52A1\u6761\u6B3E")
  ),
  penalty: strictObject({ article: articleNumber, paragraph, item, part: optional(line) }),
  also: optional(array(citation), []),
  subjects: pipe(array(picklist(Object.keys(SUBJECTS))), minLength(1)),
  stages: byStage(stage),
  orderToCorrect: picklist(Object.keys(ORDERS)),
  dualPenalty: byStage(dual),
  criminal: array(articleNumber),
  hearing: byStage(union([boolean(), literal("conditional")])),
  majorHazard: picklist(Object.keys(MAJOR_HAZARD)),
  valid: strictObject({ from: day, to: nullable(day) }),
  verified: boolean(),
  source: line,
  scorable: boolean(),
  elements: optional(strictObject({ factors: pipe(array(line), minLength(1)), reason: line })),
  catchAll: optional(boolean(), false),
  notes: nullable(line)
});
var provisionsSchema = strictObject({
  ...provenance,
  law: slug,
  asOf: day,
  validityNote: nullable(line),
  special: boolean(),
  provisions: pipe(array(provision), minLength(1))
});

// src/lib/discretion/server/use-cases/provision-files.server.ts
var FAR = "9999-12-31";
var CRIMINAL_LAW = "criminal-law";
function readProvisionFiles(root, laws, wants = () => true) {
  const provisions = [];
  const faults = [];
  for (const file of readFolder(root, "content/discretion/provisions", ".yaml")) {
    const text2 = pickRows(file.text, wants);
    if (text2 === null) continue;
    const parsed = parseYaml(file.path, text2, provisionsSchema);
    if (!parsed.ok) {
      faults.push(...parsed.faults);
      continue;
    }
    const { value, at } = parsed;
    faults.push(...checkProvenance(file, value, at), ...checkFile(file, value, at));
    value.provisions.forEach((raw, index2) => {
      const reader = new RowReader(value, raw, laws, (field, message) => at(`provisions.${index2}.${field}`, message));
      if (provisions.some(({ id }) => id === raw.id)) reader.fault("id", `\u7F16\u53F7 ${raw.id} \u91CD\u590D`);
      provisions.push(reader.read());
      faults.push(...reader.faults);
    });
  }
  return { provisions, faults };
}
function pickRows(text2, wants) {
  const [head2, ...rows] = text2.split(/^(?= {2}- id: )/m);
  const wanted = rows.filter(wants);
  if (rows.length > 0 && wanted.length === 0) return null;
  return wanted.length === rows.length ? text2 : head2 + wanted.join("");
}
function checkFile({ name }, { law: law2 }, at) {
  return law2 === name ? [] : [at("law", `\u6587\u4EF6\u540D\u5E94\u662F\u8FD9\u90E8\u6CD5\u7684\u7F16\u53F7\uFF1A${law2}`)];
}
var RowReader = class {
  constructor(file, raw, laws, at) {
    this.file = file;
    this.raw = raw;
    this.laws = laws;
    this.at = at;
  }
  file;
  raw;
  laws;
  at;
  faults = [];
  citations = [];
  read() {
    const { file, raw } = this;
    for (const { field, message } of findProvisionFaults(raw)) this.fault(field, message);
    const { author, internalReview, legalReview, sources, asOf, special, validityNote } = file;
    const body = {
      ...{ ...raw, elements: raw.elements ?? null, asOf, special, validityNote },
      ...this.readArticles(),
      ...{ author, internalReview, legalReview, sources }
    };
    return { id: raw.id, digest: sha256(canonical(body)), title: raw.violation, body, citations: this.citations };
  }
  readArticles() {
    const { raw, file } = this;
    const penalty = {
      law: file.law,
      ...raw.penalty,
      version: this.resolve({ ...raw.penalty, law: file.law }, "penalty")
    };
    this.checkValidity({ ...raw.penalty, law: file.law });
    const duties = raw.duties.map((duty, index2) => ({ ...duty, version: this.resolveDuty(duty, `duties.${index2}`) }));
    const before = this.citations.length;
    raw.also.forEach((cited, index2) => this.resolve(cited, `also.${index2}`));
    const also = this.citations.slice(before);
    raw.criminal.forEach((article, index2) => this.resolve({ law: CRIMINAL_LAW, article }, `criminal.${index2}`));
    return { penalty, duties, also };
  }
  resolveDuty(duty, field) {
    const { note, article, ...rest } = duty;
    if (article !== null) return this.resolve({ ...rest, article }, field);
    if (!note || this.raw.scorable) this.fault(field, "\u53EF\u8BA1\u5206\u7684\u7F5A\u5219\u8981\u5199\u660E\u4E49\u52A1\u6761\u6B3E\u7684\u6761\u53F7\uFF1B\u6CA1\u6709\u6761\u53F7\u7684\u8981\u5199\u660E\u539F\u56E0");
    return null;
  }
  /** The law version that is cited. An unverified row may name an article of which we have no text. */
  resolve({ law: law2, article, paragraph: paragraph2, item: item2 }, field) {
    const answer = this.laws.resolve({ law: law2, article, paragraph: paragraph2, item: item2 }, this.file.asOf);
    if (typeof answer !== "string") {
      this.citations.push(answer);
      return answer.version;
    }
    if (this.raw.verified || !this.laws.has(law2)) this.fault(field, answer);
    return null;
  }
  /** The row may not outlive its law, and a day before the law that we know needs a word. */
  checkValidity(cited) {
    const { asOf, validityNote } = this.file;
    const { from, to } = this.raw.valid;
    if (asOf < from || to !== null && to < asOf) this.fault("valid", `\u6838\u5BF9\u65E5 ${asOf} \u4E0D\u5728\u9002\u7528\u671F\u95F4\u5185`);
    if (!this.raw.verified) return;
    const last = this.laws.resolve(cited, to ?? FAR);
    if (typeof last === "string") this.fault("valid", `\u9002\u7528\u671F\u95F4\u957F\u4E8E\u6240\u5F15\u7684\u6CD5\uFF1A${last}`);
    if (validityNote === null && typeof this.laws.resolve(cited, from) === "string") {
      this.fault("valid", "\u8D77\u65E5\u65E9\u4E8E\u6536\u5F55\u7684\u6CD5\u5F8B\u7248\u672C\uFF0C\u8981\u5728 validityNote \u91CC\u5199\u660E");
    }
  }
  fault(field, message) {
    this.faults.push(this.at(field, message));
  }
};

// src/lib/discretion/domain/place-faults.ts
function findPlaceFaults(place2, provisions) {
  const byId = new Map(provisions.map((row) => [row.id, row]));
  const faults = [];
  const known = (field, id) => {
    if (!byId.has(id)) faults.push({ field: `${field}.provision`, message: `\u6CA1\u6709\u8FD9\u6761\u7F5A\u5219\uFF1A${id}` });
    return byId.get(id);
  };
  const { conditions, rows } = place2.noPenalty;
  const missing = LIST_CONDITIONS.filter((id) => !conditions.some((one) => one.id === id));
  if (missing.length > 0) faults.push({ field: "noPenalty.conditions", message: `\u7F3A\u5C11\u6761\u4EF6\uFF1A${missing.join("\u3001")}` });
  rows.forEach(({ provision: provision2 }, index2) => known(`noPenalty.rows.${index2}`, provision2));
  place2.accidentSubranges.rows.forEach(({ provision: provision2 }, index2) => known(`accidentSubranges.rows.${index2}`, provision2));
  for (const list of ["ranges", "overrides"]) {
    place2[list].forEach(({ provision: provision2, stage: stage2, subject }, index2) => {
      const row = known(`${list}.${index2}`, provision2);
      const isFined = row?.stages[stage2]?.fines.some((fine2) => fine2.subject === subject);
      if (row && !isFined) faults.push({ field: `${list}.${index2}`, message: "\u8FD9\u6761\u7F5A\u5219\u5728\u8BE5\u9636\u6BB5\u4E0D\u5BF9\u8BE5\u5BF9\u8C61\u7F5A\u6B3E" });
    });
  }
  place2.overrides.forEach(({ light, normal, heavy }, index2) => {
    if (light[1] !== normal[0] || normal[1] !== heavy[0]) {
      faults.push({ field: `overrides.${index2}`, message: "\u4E09\u6863\u8981\u9996\u5C3E\u76F8\u63A5" });
    }
  });
  return faults;
}

// src/lib/discretion/domain/benchmark.ts
var FACTOR_GROUPS = { M: "\u6CD5\u5B9A\u4ECE\u8F7B\u6216\u51CF\u8F7B", m: "\u914C\u5B9A\u4ECE\u8F7B", a: "\u4ECE\u91CD", A: "\u660E\u663E\u4ECE\u91CD" };

// src/lib/discretion/server/use-cases/table-schemas.server.ts
var head = { ...provenance, asOf: day, version: positive };
var measure = (one) => nullable(
  pipe(
    tuple([one, nullable(one)]),
    check(([from, until]) => until === null || from < until, "\u4E0B\u9650\u5E94\u5C0F\u4E8E\u4E0A\u9650")
  )
);
var frameSchema = strictObject({
  ...head,
  textSource: line,
  laws: record(slug, line),
  supersessions: array(
    strictObject({
      ...{ law: nullable(slug), title: line, replacedBy: line, replacement: nullable(slug) },
      ...{ effective: day, source: line, rule: line }
    })
  ),
  accidentLevels: pipe(
    array(
      strictObject({
        level: picklist(ACCIDENT_LEVELS),
        deaths: measure(count),
        seriousInjuries: measure(count),
        directLoss: measure(yuan)
      })
    ),
    length(ACCIDENT_LEVELS.length, "\u56DB\u4E2A\u7B49\u7EA7\u5404\u4E00\u884C")
  ),
  accidentLevelsBasis: citation,
  simpleProcedure: strictObject({ person: yuan, unit: yuan, basis: citation, note: line }),
  criminalIndex: array(strictObject({ article: articleNumber, text: line })),
  criminalResult: strictObject({
    ...{ deaths: count, seriousInjuries: count, directLoss: yuan },
    ...{ articles: array(articleNumber), text: line, source: line }
  })
});
var fraction = pipe(
  tuple([percent, percent]),
  check(([from, to]) => from < to, "\u4E0B\u9650\u5E94\u5C0F\u4E8E\u4E0A\u9650")
);
var weight = pipe(number(), integer("\u5E94\u4E3A\u6574\u6570"));
var heavier = pipe(weight, minValue(0, "\u4ECE\u91CD\u56E0\u5B50\u7684\u5206\u503C\u4E0D\u80FD\u4E3A\u8D1F"));
var lighter = pipe(weight, maxValue(0, "\u4ECE\u8F7B\u56E0\u5B50\u7684\u5206\u503C\u4E0D\u80FD\u4E3A\u6B63"));
var benchmarkSchema = strictObject({
  ...head,
  verified: boolean(),
  basis: literal("span"),
  fractions: pipe(
    strictObject({ light: fraction, normal: fraction, heavy: fraction }),
    check(
      ({ light, normal, heavy }) => light[0] === 0 && light[1] === normal[0] && normal[1] === heavy[0] && heavy[1] === 100,
      "\u4E09\u6863\u8981\u9996\u5C3E\u76F8\u63A5\uFF0C\u4ECE 0 \u5230 100"
    )
  ),
  reduced: strictObject({
    floorOfMin: percent,
    requiresMinAboveZero: boolean(),
    requiresCollectiveDiscussion: boolean()
  }),
  point: literal("midpoint"),
  rounding: strictObject({
    ...{ unit: yuan, person: yuan },
    ...{ mode: literal("half_up"), then: literal("clamp_to_bracket") }
  }),
  weights: strictObject({ M: lighter, m: lighter, a: heavier, A: heavier, mTotalCap: lighter }),
  thresholds: strictObject({ heavyFrom: weight, lightFrom: weight, reducedFromM: positive }),
  firstViolationWindowYears: positive,
  factors: pipe(
    array(
      strictObject({
        ...{ id: pipe(string(), regex(/^[MmaA]\d{1,2}$/, "\u56E0\u5B50\u7F16\u53F7\u5982 M1\u3001a3")) },
        ...{ group: picklist(Object.keys(FACTOR_GROUPS)), text: line, evidence: line },
        ...{ statutory: array(citation), never: optional(array(stageKey), []), replaces: optional(line) },
        ...{ disprovedBy: optional(array(line), []), sameFactAs: optional(line) }
      })
    ),
    minLength(1)
  ),
  notFactors: array(strictObject({ text: line, reason: line })),
  elsewhere: array(strictObject({ place: line, method: line, status: line }))
});
var place = { provision: slug, stage: stageKey, subject: line, basis: line, verified: boolean() };
var jurisdictionSchema = strictObject({
  ...head,
  benchmark: slug,
  hearing: strictObject({
    ...{ unit: yuan, person: yuan, inclusive: boolean(), compare: literal("total-per-party") },
    ...{ verified: boolean(), source: line, basis: citation, nonFineTriggers: array(line) }
  }),
  daily: strictObject({ lastDay: literal("reinspection"), inclusive: boolean(), note: line }),
  noPenalty: strictObject({
    conditions: array(strictObject({ id: picklist(LIST_CONDITIONS), text: line })),
    definitions: array(strictObject({ term: line, text: line })),
    source: line,
    rows: array(
      pipe(
        strictObject({
          ...{ list: picklist(["MINOR", "FIRST"]), gate: picklist(["N5", "N6"]) },
          ...{ provision: slug, condition: line }
        }),
        check(({ list, gate }) => list === "MINOR" === (gate === "N5"), "MINOR \u5BF9\u5E94 N5\uFF0CFIRST \u5BF9\u5E94 N6")
      )
    )
  }),
  accidentSubranges: strictObject({
    ...{ enabled: boolean(), verified: boolean(), source: line, remarks: array(line) },
    rows: array(
      strictObject({
        ...{ provision: slug, level: picklist(ACCIDENT_LEVELS), text: line, range: yuanRange },
        ...{ deaths: measure(count), seriousInjuries: measure(count), directLoss: measure(yuan) }
      })
    )
  }),
  ranges: array(
    pipe(
      strictObject({ ...place, min: yuan, max: yuan }),
      check(({ min, max }) => min < max, "\u4E0B\u9650\u5E94\u5C0F\u4E8E\u4E0A\u9650")
    )
  ),
  overrides: array(strictObject({ ...place, light: yuanRange, normal: yuanRange, heavy: yuanRange }))
});

// src/lib/discretion/server/use-cases/table-files.server.ts
function readTableFiles(root, laws, provisions) {
  const tables = [];
  const faults = [];
  const take = (read) => {
    tables.push(...read.tables);
    faults.push(...read.faults);
  };
  for (const file of readFolder(root, "content/discretion", "frame.yaml")) {
    take(readFrame({ ...file, name: "frame" }, laws));
  }
  for (const file of readFolder(root, "content/discretion/benchmarks", ".yaml")) take(readBenchmark(file, laws));
  const benchmarks = new Set(tables.map(({ id }) => id));
  for (const file of readFolder(root, "content/discretion/jurisdictions", ".yaml")) {
    take(readJurisdiction(file, laws, { provisions, benchmarks }));
  }
  return { tables, faults };
}
var failed = (faults) => ({ tables: [], faults });
function readFrame(file, laws) {
  const parsed = parseYaml(file.path, file.text, frameSchema);
  if (!parsed.ok) return failed(parsed.faults);
  const { value, at } = parsed;
  const cite = new Citer(laws, value.asOf, at);
  cite.faults.push(...checkProvenance(file, value, at));
  const body = {
    ...value,
    accidentLevelsBasis: cite.one(value.accidentLevelsBasis, "accidentLevelsBasis"),
    simpleProcedure: { ...value.simpleProcedure, basis: cite.one(value.simpleProcedure.basis, "simpleProcedure.basis") }
  };
  value.criminalIndex.forEach(
    ({ article }, index2) => cite.one({ law: "criminal-law", article }, `criminalIndex.${index2}.article`)
  );
  for (const id of Object.keys(value.laws)) {
    if (!laws.has(id)) cite.faults.push(at(`laws.${id}`, `\u6CA1\u6709\u8FD9\u90E8\u6CD5\uFF1A${id}`));
  }
  value.supersessions.forEach(({ law: law2, replacement }, index2) => {
    for (const id of [law2, replacement]) {
      if (id !== null && !laws.has(id)) cite.faults.push(at(`supersessions.${index2}`, `\u6CA1\u6709\u8FD9\u90E8\u6CD5\uFF1A${id}`));
    }
  });
  return finish2(file, { kind: "frame", ...body }, cite);
}
function readBenchmark(file, laws) {
  const parsed = parseYaml(file.path, file.text, benchmarkSchema);
  if (!parsed.ok) return failed(parsed.faults);
  const { value, at } = parsed;
  const cite = new Citer(laws, value.asOf, at);
  cite.faults.push(...checkProvenance(file, value, at));
  const ids = value.factors.map(({ id }) => id);
  const factors = value.factors.map((factor, index2) => {
    const field = `factors.${index2}`;
    if (ids.indexOf(factor.id) !== index2) cite.faults.push(at(`${field}.id`, `\u56E0\u5B50 ${factor.id} \u91CD\u590D`));
    if (!factor.id.startsWith(factor.group)) cite.faults.push(at(`${field}.group`, "\u7F16\u53F7\u7684\u9996\u5B57\u6BCD\u5E94\u4E0E\u7EC4\u522B\u4E00\u81F4"));
    const { replaces, sameFactAs, disprovedBy } = factor;
    for (const id of [replaces, sameFactAs, ...disprovedBy]) {
      if (id !== void 0 && !ids.includes(id)) cite.faults.push(at(field, `\u6CA1\u6709\u56E0\u5B50 ${id}`));
    }
    const statutory = factor.statutory.map((one, number2) => cite.one(one, `${field}.statutory.${number2}`));
    return { ...factor, statutory };
  });
  return finish2(file, { kind: "benchmark", ...value, factors }, cite);
}
function readJurisdiction(file, laws, known) {
  const parsed = parseYaml(file.path, file.text, jurisdictionSchema);
  if (!parsed.ok) return failed(parsed.faults);
  const { value, at } = parsed;
  const cite = new Citer(laws, value.asOf, at);
  cite.faults.push(...checkProvenance(file, value, at));
  if (!known.benchmarks.has(`benchmark/${value.benchmark}`)) {
    cite.faults.push(at("benchmark", `\u6CA1\u6709\u8FD9\u4E2A\u88C1\u91CF\u57FA\u51C6\uFF1A${value.benchmark}`));
  }
  const rows = known.provisions?.map(({ body }) => body);
  if (rows) cite.faults.push(...findPlaceFaults(value, rows).map(({ field, message }) => at(field, message)));
  const hearing = { ...value.hearing, basis: cite.one(value.hearing.basis, "hearing.basis") };
  return finish2(file, { kind: "jurisdiction", ...value, hearing }, cite);
}
var Citer = class {
  constructor(laws, asOf, at) {
    this.laws = laws;
    this.asOf = asOf;
    this.at = at;
  }
  laws;
  asOf;
  at;
  citations = [];
  faults = [];
  one(cited, field) {
    const answer = this.laws.resolve(cited, this.asOf);
    if (typeof answer !== "string") {
      this.citations.push(answer);
      return answer;
    }
    this.faults.push(this.at(field, answer));
    return { ...cited, version: this.asOf };
  }
};
function finish2(file, body, cite) {
  const { title, asOf } = body;
  const table = { id: `${body.kind}/${file.name}`, digest: file.digest, title, asOf, body, citations: cite.citations };
  return { tables: [table], faults: cite.faults };
}

// src/lib/discretion/server/use-cases/rule-book.server.ts
var TRUSTING = { has: () => true, resolve: (cited, on) => ({ ...cited, version: on }) };
var isDaily2 = (row) => row.includes("daily_multiple_of_original_fine");
var idOf = (row) => /^ {2}- id: (\S+)/.exec(row)?.[1] ?? "";
function readRuleBook(root, place2, rules) {
  const wants = (row) => rules === null || rules.has(idOf(row)) || isDaily2(row);
  const { provisions, faults: inRows } = readProvisionFiles(root, TRUSTING, wants);
  const { tables, faults: inTables } = readTableFiles(root, TRUSTING, null);
  const [fault] = [...inRows, ...inTables];
  if (fault) throw new Error(`${fault.file}:${fault.line}:${fault.field}: ${fault.message}`);
  const find = (kind, name) => tables.find(({ id }) => id === `${kind}/${name}`)?.body;
  const jurisdiction = find("jurisdiction", place2);
  const frame = find("frame", "frame");
  const benchmark = jurisdiction && find("benchmark", jurisdiction.benchmark);
  if (!jurisdiction || !benchmark || !frame) return null;
  return { provisions: new Map(provisions.map(({ id, body }) => [id, body])), benchmark, jurisdiction, frame };
}

// src/lib/discretion/server/use-cases/current-rule-book.server.ts
var USUAL = "default";
var NO_RULES = /* @__PURE__ */ new Set();
var books = null;
function currentRuleBooks() {
  books ??= readBooks(projectRoot());
  return books;
}
function readBooks(root) {
  const usual = readRuleBook(root, USUAL, null);
  if (!usual) throw new Error(`no jurisdiction ${USUAL}`);
  const others = readFolder(root, "content/discretion/jurisdictions", ".yaml").map(({ name }) => name).filter((name) => name !== USUAL);
  const ready = /* @__PURE__ */ new Map([[USUAL, readyBook(usual)]]);
  for (const name of others) {
    const tables = readRuleBook(root, name, NO_RULES);
    if (tables) ready.set(name, readyBook({ ...tables, provisions: usual.provisions }));
  }
  return ready;
}
var readyBook = (book) => ({ book, finder: new SourceFinder(book) });

// src/lib/discretion/server/use-cases/calculate.server.ts
async function calculate(ctx2, parameters) {
  authorise(ctx2, "discretion.calculate");
  const books2 = currentRuleBooks();
  const places = [...books2.keys()];
  const place2 = readPlace(parameters, places);
  const ready = books2.get(place2);
  const { book, finder } = ready;
  const { input, ...sheet } = readCalculation(parameters, { book, places, today: dayOf(ctx2.now) });
  const { benchmark, jurisdiction } = book;
  return {
    ...sheet,
    places: [...books2].map(([key, one]) => ({ key, label: one.book.jurisdiction.title })),
    benchmark: { title: benchmark.title, version: benchmark.version, isVerified: benchmark.verified },
    conditions: jurisdiction.noPenalty.conditions,
    rules: input ? input.violations.map(({ candidates }) => candidates.map((id) => ruleCard(id, sheet, ready))) : [],
    factors: input ? benchmark.factors.map(({ id, group, text: text2, evidence }) => ({ id, group, text: text2, evidence })) : [],
    result: input && viewOf(decide(input, book), { input, book, finder }),
    elsewhere: input ? elsewhere(input, books2, place2) : []
  };
}
function ruleCard(id, { decidedOn }, { book, finder }) {
  const rule = book.provisions.get(id);
  const { law: law2, article } = rule.penalty;
  const { violation, notes, verified, scorable } = rule;
  return {
    ...{ id, violation, law: law2, article, notes, reference: finder.nameOf(id) },
    ...{ isVerified: verified, isScorable: scorable, validity: limitOn(rule, decidedOn) }
  };
}
function elsewhere(input, books2, place2) {
  return [...books2].filter(([key]) => key !== place2).map(([key, { book, finder }]) => {
    const { parties, refused } = decide({ ...withKnownFactors(input, book), jurisdiction: key }, book);
    return {
      ...{ key, title: book.jurisdiction.title, refused: refused ? finder.readable(refused.text) : null },
      lines: placeLines({ parties })
    };
  });
}
function withKnownFactors(input, { benchmark }) {
  const known = new Set(benchmark.factors.map(({ id }) => id));
  const violations = input.violations.map((violation) => ({
    ...violation,
    parties: violation.parties.map((party) => ({ ...party, factors: party.factors.filter(({ id }) => known.has(id)) }))
  }));
  return { ...input, violations };
}

// zz-prof.ts
var ctx = { now: /* @__PURE__ */ new Date("2026-11-20T02:00:00Z"), actor: null };
var qs = ["rule=awsf-97-1-7-special-operators-uncertified&u.m1=1&u.m1.e=a&u.m2=1&u.m2.e=b", "rule=awsf-98-1-4-in-use-before-acceptance&u.a2=1&u.a2.e=x&u.a4=1&u.a4.e=y", "rule=awsf-103-1-contract-to-unqualified&income=16%E4%B8%87", "rule=awsf-101-1-3-dangerous-work-no-supervisor&2.rule=awsf-97-1-3-training-or-informing"];
async function main() {
  for (let i = 0; i < 1e3; i++) await calculate(ctx, new URLSearchParams(qs[i % 4]));
  const t = process.cpuUsage();
  const N = 8e3;
  for (let i = 0; i < N; i++) await calculate(ctx, new URLSearchParams(qs[i % 4]));
  const u = process.cpuUsage(t);
  console.log("all", ((u.user + u.system) / N / 1e3).toFixed(3), "ms");
}
void main();
